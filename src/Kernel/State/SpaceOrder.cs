using Orrery.Kernel.Storage;

namespace Orrery.Kernel.State;

/// <summary>Spaces by scope, then table.</summary>
internal readonly struct SpaceOrder : IOrder<Space>
{
    public static int Compare(Space left, Space right) => left.CompareTo(right);
}
