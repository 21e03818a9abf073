namespace Orrery.Kernel.State;

/// <summary>One scope in a snapshot: its version and a slot per table.</summary>
/// <param name="Version">The sequence of the last commit that changed the scope; 0 if none did.</param>
/// <param name="Slots">By table ordinal; shorter than the number of tables where the rest is empty. Never
/// changed.</param>
internal sealed record ScopeState(long Version, object?[] Slots)
{
    public static ScopeState Empty { get; } = new(0, []);

    public object? Slot(AnyTable table) => table.Ordinal < Slots.Length ? Slots[table.Ordinal] : null;

    public ScopeState With(AnyTable table, object? slot)
    {
        var slots = new object?[Math.Max(Slots.Length, table.Ordinal + 1)];
        Slots.CopyTo(slots, 0);
        slots[table.Ordinal] = slot;
        return this with { Slots = slots };
    }
}
