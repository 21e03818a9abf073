namespace Orrery.Kernel.State;

/// <summary>Scopes by account, then region.</summary>
internal readonly struct ScopeOrder : IOrder<Scope>
{
    public static int Compare(Scope left, Scope right) => left.CompareTo(right);
}
