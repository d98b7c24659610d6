# SPDX-License-Identifier: Apache-2.0
# What every target of this tree is compiled with, and the one way to make a library of a folder.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers and ccache agree only with these two set.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()

option(ROCKETDESK_WERROR "Warnings are errors" OFF)
option(ROCKETDESK_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(ROCKETDESK_TSAN "ThreadSanitizer" OFF)
option(ROCKETDESK_FUZZ "The fuzzer; needs clang" OFF)
option(ROCKETDESK_PCH "Precompiled Qt headers" ON)
option(ROCKETDESK_UNITY "Neighbouring files are compiled together: a third of the time, since they share their headers and templates" ON)
set(CMAKE_UNITY_BUILD ${ROCKETDESK_UNITY})
set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)

if(ROCKETDESK_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(ROCKETDESK_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(ROCKETDESK_TSAN)
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
    add_link_options(-fsanitize=thread)
endif()

add_library(rocketdesk_options INTERFACE)
target_include_directories(rocketdesk_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(rocketdesk_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
    -Wno-missing-field-initializers
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${ROCKETDESK_UNITY}>>:-Wno-subobject-linkage> # every file of a batch looks like a header to it
    $<$<BOOL:${ROCKETDESK_WERROR}>:-Werror>)
target_compile_definitions(rocketdesk_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT ROCKETDESK_VERSION="${PROJECT_VERSION}")

# Precompiles the headers for the target, or shares the one of another target that is compiled with the same flags.
function(rocketdesk_pch name)
    if(NOT ROCKETDESK_PCH)
        return()
    elseif(TARGET "${ARGN}")
        target_precompile_headers(${name} REUSE_FROM ${ARGN})
    else()
        target_precompile_headers(${name} PRIVATE ${ARGN})
    endif()
endfunction()

# rocketdesk_library(NAME FOLDERS a b LINKS x y PCH header|target): one static library of every source in the folders.
function(rocketdesk_library name)
    cmake_parse_arguments(arg "" "" "FOLDERS;LINKS;PCH" ${ARGN})
    set(globs)
    foreach(folder ${arg_FOLDERS})
        list(APPEND globs ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.h)
    endforeach()
    file(GLOB sources CONFIGURE_DEPENDS ${globs})
    add_library(${name} STATIC ${sources})
    # moc runs again when a file appears: CMake's own dependency file only knows the files of the last run.
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX AUTOGEN_TARGET_DEPENDS "${sources}")
    target_link_libraries(${name} PUBLIC rocketdesk_options ${arg_LINKS})
    rocketdesk_pch(${name} ${arg_PCH})
endfunction()
