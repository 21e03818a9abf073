namespace Orrery.Kernel.State;

/// <summary>
/// One scope in a snapshot: its version and a slot per table. Slots are kept in shelves, so that a commit copies one
/// shelf and the list of shelves rather than the slots of all tables that there are.
/// </summary>
/// <param name="Version">The sequence of the last commit that changed the scope; 0 if none did.</param>
/// <param name="Shelves">By table ordinal, sixteen to a shelf; shorter than the number of tables, and null within,
/// where the rest is empty. Never changed.</param>
internal sealed record ScopeState(long Version, object?[]?[] Shelves)
{
    private const int Shelf = 16;

    public static ScopeState Empty { get; } = new(0, []);

    public object? Slot(AnyTable table)
    {
        var (shelf, place) = (table.Ordinal / Shelf, table.Ordinal % Shelf);
        return (uint)shelf < (uint)Shelves.Length ? Shelves[shelf]?[place] : null;
    }

    public ScopeState With(AnyTable table, object? slot)
    {
        var (shelf, place) = (table.Ordinal / Shelf, table.Ordinal % Shelf);
        var shelves = new object?[]?[Math.Max(Shelves.Length, shelf + 1)];
        Shelves.CopyTo(shelves, 0);
        var slots = new object?[Shelf];
        shelves[shelf]?.CopyTo(slots, 0);
        slots[place] = slot;
        shelves[shelf] = slots;
        return this with { Shelves = shelves };
    }
}
