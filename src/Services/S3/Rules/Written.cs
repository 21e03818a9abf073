using Orrery.Contracts.Contents;
using Orrery.Kernel.State;

namespace Orrery.Services.S3.Rules;

/// <summary>Bytes that S3 itself writes: kept as records, because a timer cannot wait for a disk.</summary>
internal static class Written
{
    private const string Prefix = "w";

    /// <summary>Whether a record holds bytes of this name.</summary>
    public static bool Is(ContentId id) => id.Value.StartsWith(Prefix + "-", StringComparison.Ordinal);

    /// <summary>Keeps bytes that are named once.</summary>
    public static ContentId Keep(Call call, ReadOnlyMemory<byte> bytes)
    {
        var id = new ContentId(call.NewId(Prefix));
        call.Write(Tables.Written, Scope.World).PutNew(new(id, 1, bytes));
        return id;
    }

    /// <summary>The bytes of a name.</summary>
    public static ReadOnlyMemory<byte> Read(ReadCall call, ContentId id) =>
        call.Read(Tables.Written, Scope.World).Find(id)?.Bytes ?? default;

    /// <summary>They are named more often, or less; not at all, they go.</summary>
    public static void Count(Call call, ContentId id, int by)
    {
        var table = call.Write(Tables.Written, Scope.World);
        if (table.Find(id) is not { } record) return;
        if (record.Uses + by > 0) table.Put(record with { Uses = record.Uses + by });
        else table.Remove(id);
    }
}
