using Orrery.Kernel.Storage;

namespace Orrery.Kernel.State;

/// <summary>A table within a transaction, whatever its record type.</summary>
internal interface IEditedTable
{
    AnyTable Table { get; }

    Scope Scope { get; }

    object? Slot { get; }

    /// <summary>What the transaction changed in the end; a record put back as it was is no change.</summary>
    IEnumerable<RowChange> Changes();

    /// <summary>Whether anything was changed.</summary>
    bool HasChanges { get; }
}
