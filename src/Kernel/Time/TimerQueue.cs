using Orrery.Kernel.State;
using Queue = Orrery.Kernel.State.PersistentMap<
    Orrery.Kernel.State.IndexKey, Orrery.Kernel.State.Scope, Orrery.Kernel.State.IndexKey>;

namespace Orrery.Kernel.Time;

/// <summary>The timers of all scopes in the order in which they fire.</summary>
internal sealed class TimerQueue
{
    private readonly Queue _queue;

    private TimerQueue(Queue queue) => _queue = queue;

    public static TimerQueue Empty { get; } = new(Queue.Empty);

    public int Count => _queue.Count;

    public (TimerId Id, Scope Scope)? First() =>
        _queue.TryFirstFrom(new("", ""), out var entry) ? (new(entry.Key.Value), entry.Value) : null;

    public IEnumerable<(TimerId Id, Scope Scope)> All() =>
        _queue.All().Select(static entry => (new TimerId(entry.Key.Value), entry.Value));

    /// <summary>Which of two timers fires first.</summary>
    public static int Compare((TimerId Id, Scope Scope) left, (TimerId Id, Scope Scope) right) => IndexKey.Compare(
        new(left.Id.Value, left.Scope.ToString()), new(right.Id.Value, right.Scope.ToString()));

    public TimerQueue Add(string id, Scope scope) => new(_queue.Put(new(id, scope.ToString()), scope));

    public TimerQueue Remove(string id, Scope scope) => new(_queue.Remove(new(id, scope.ToString())));
}
