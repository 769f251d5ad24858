// Reverse-mode derivatives: the tape that the recording loop writes, and the sweep back over it.
#include <stdlib.h>
#include <string.h>
#include "internal.h"

bool trama_shadow_ensure(TramaMachine *m, TramaObject *object) {
  if (object->shadow) return true;
  if (m->shadowedCount == m->shadowedCapacity) {
    int64_t capacity = m->shadowedCapacity ? 2 * m->shadowedCapacity : 64;
    TramaObject **grown = realloc(m->shadowed, (size_t)capacity * sizeof *grown);
    if (!grown) return false;
    m->shadowed = grown;
    m->shadowedCapacity = capacity;
  }
  size_t slots = (size_t)object->capacity * m->layouts[object->layout].stride;
  TramaShadow *shadow = calloc(1, sizeof(TramaShadow) + slots * sizeof(int32_t));
  if (!shadow) return false;
  shadow->index = m->shadowedCount;
  m->shadowed[m->shadowedCount++] = object;
  object->shadow = shadow;
  return true;
}

void trama_shadow_drop(TramaMachine *m, TramaObject *object) {
  m->shadowed[object->shadow->index] = NULL;
  free(object->shadow);
  object->shadow = NULL;
}

bool trama_tape_grow(TramaMachine *m) {
  if (m->tapeCapacity >= m->tapeLimit) return false;
  int64_t capacity = m->tapeCapacity ? 2 * m->tapeCapacity : 1024;
  if (capacity > m->tapeLimit) capacity = m->tapeLimit;
  TramaNode *grown = realloc(m->tape, (size_t)capacity * sizeof *grown);
  if (!grown) return false;
  m->tape = grown;
  m->tapeCapacity = capacity;
  return true;
}

// Starts a recording whose first `variables` nodes are what to differentiate by.
static int32_t begin(TramaMachine *m, TramaSlot *registers, int64_t variables) {
  if (m->recording) return trama_trap_nestedDerivative;
  size_t slots = (size_t)(m->stackEnd - m->stack);
  if (!m->shadows) m->shadows = calloc(slots, sizeof(int32_t));
  if (!m->shadows) return trama_trap_heap;
  // Slots below may hold nodes of an earlier recording.
  memset(m->shadows, 0, (size_t)(registers - m->stack) * sizeof(int32_t));
  m->tapeCount = 0;
  while (m->tapeCapacity < variables + 1)
    if (!trama_tape_grow(m)) return trama_trap_tape;
  memset(m->tape, 0, (size_t)(variables + 1) * sizeof(TramaNode));
  m->tapeCount = variables + 1;
  m->recording = true;
  return trama_trap_none;
}

// Sweeps back from the node of the value at `registers`, and drops all shadows.
static int32_t finish(TramaMachine *m, int32_t trap, TramaSlot *registers, int64_t variables, double *gradient) {
  m->recording = false;
  for (int64_t i = 0; i < m->shadowedCount; i++) {
    TramaObject *object = m->shadowed[i];
    if (object) {
      free(object->shadow);
      object->shadow = NULL;
    }
  }
  m->shadowedCount = 0;
  if (trap) return trap;
  int32_t result = m->shadows[registers - m->stack];
  memset(gradient, 0, (size_t)variables * sizeof(double));
  if (!result) return trama_trap_none;
  double *adjoints = calloc((size_t)result + 1, sizeof(double));
  if (!adjoints) return trama_trap_heap;
  adjoints[result] = 1;
  for (int64_t i = result; i > variables; i--) {
    double adjoint = adjoints[i];
    if (adjoint == 0) continue;
    const TramaNode *node = &m->tape[i];
    if (node->first) adjoints[node->first] += adjoint * node->firstPartial;
    if (node->second) adjoints[node->second] += adjoint * node->secondPartial;
  }
  for (int64_t i = 0; i < variables && i < result; i++) gradient[i] = adjoints[i + 1];
  m->fuel -= result;
  free(adjoints);
  return trama_trap_none;
}

int32_t trama_gradient(
  TramaMachine *m, TramaObject *closure, TramaSlot *registers, int64_t count, double *gradient) {
  int32_t trap = begin(m, registers, count);
  if (trap) return trap;
  for (int64_t i = 0; i < count; i++) m->shadows[registers - m->stack + i] = (int32_t)(i + 1);
  trap = trama_run_closure(m, closure, registers);
  return finish(m, trap, registers, count, gradient);
}

int32_t trama_gradient_array(
  TramaMachine *m, TramaObject *closure, TramaSlot *registers, double *gradient) {
  if (m->recording) return trama_trap_nestedDerivative;
  // Its own copy: the caller's array must not keep the nodes.
  TramaSlot argument = registers[0];
  TramaObject *original = argument.o;
  TramaObject *copy = trama_object_create(m, trama_kind_array, original->layout, original->count);
  if (!copy) return trama_trap_heap;
  int64_t count = original->count;
  copy->count = count;
  memcpy(copy->slots, original->slots, (size_t)count * sizeof(TramaSlot));
  int32_t trap = begin(m, registers, count);
  if (!trap) {
    if (trama_shadow_ensure(m, copy)) {
      for (int64_t i = 0; i < count; i++) copy->shadow->nodes[i] = (int32_t)(i + 1);
      registers[0].o = copy;
      trap = trama_run_closure(m, closure, registers);
    } else {
      trap = trama_trap_heap;
    }
    trap = finish(m, trap, registers, count, gradient);
  }
  trama_release(m, copy);
  return trap;
}
