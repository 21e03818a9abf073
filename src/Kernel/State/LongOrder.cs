namespace Orrery.Kernel.State;

/// <summary>Numbers, ascending.</summary>
internal readonly struct LongOrder : IOrder<long>
{
    public static int Compare(long left, long right) => left.CompareTo(right);
}
