namespace Orrery.Kernel.State;

/// <summary>
/// A total order of keys, as a type, so that the map's comparisons are compiled in rather than called through.
/// </summary>
internal interface IOrder<TKey>
{
    static abstract int Compare(TKey left, TKey right);
}
