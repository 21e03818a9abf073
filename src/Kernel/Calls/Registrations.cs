namespace Orrery.Kernel.Calls;

/// <summary>A list that is read without a lock while things are added and taken away.</summary>
internal sealed class Registrations<T>
    where T : class
{
    private readonly Lock _lock = new();
    private volatile T[] _items = [];

    public IReadOnlyList<T> Items => _items;

    /// <returns>Disposing it takes the item away again.</returns>
    public IDisposable Add(T item)
    {
        lock (_lock)
            _items = [.. _items, item];
        return new Registration(this, item);
    }

    public void Remove(T item)
    {
        lock (_lock)
            _items = [.. _items.Where(other => !ReferenceEquals(other, item))];
    }

    private sealed class Registration(Registrations<T> owner, T item) : IDisposable
    {
        public void Dispose() => owner.Remove(item);
    }
}
