namespace Orrery.Kernel.State;

/// <summary>An entry of a secondary index: an indexed value, then the key of the record that has it.</summary>
internal readonly record struct IndexKey(string Value, string Key) : IOrder<IndexKey>
{
    public static int Compare(IndexKey left, IndexKey right)
    {
        var value = KeyOrder.Compare(left.Value, right.Value);
        return value != 0 ? value : KeyOrder.Compare(left.Key, right.Key);
    }
}
