using Orrery.Contracts.Contents;
using Orrery.Kernel.State;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules;

/// <summary>Counts who names which bytes. What is named by nothing is released, with the instant.</summary>
internal static class Stored
{
    /// <summary>Bytes that came in are named for the first time.</summary>
    public static void Name(Call call, ContentId id, long length) =>
        call.Write(Tables.Contents, Scope.World).PutNew(new(id, length, 1));

    /// <summary>Bytes are not named there any more.</summary>
    public static void Release(Call call, ContentId id)
    {
        if (Written.Is(id))
        {
            Written.Count(call, id, -1);
            return;
        }

        var contents = call.Write(Tables.Contents, Scope.World);
        if (contents.Find(id) is not { } record) return;
        contents.Put(record with { Uses = record.Uses - 1 });
        if (record.Uses == 1) call.Write(Tables.Releases, Scope.World).Put(new(id, call.Now));
    }

    /// <summary>One more version has the bytes of another.</summary>
    public static void Share(Call call, VersionRecord version)
    {
        if (version.Content is { } written && Written.Is(written))
        {
            Written.Count(call, written, 1);
        }
        else if (version.Content is { } content)
        {
            var contents = call.Write(Tables.Contents, Scope.World);
            var record = contents.Find(content)!;
            contents.Put(record with { Uses = record.Uses + 1 });
        }
        else if (version.Manifest is { } manifest)
        {
            var manifests = call.Write(Tables.Manifests, Scope.World);
            var record = manifests.Find(manifest)!;
            manifests.Put(record with { Uses = record.Uses + 1 });
        }
    }

    /// <summary>A version has gone, and with it what it named.</summary>
    public static void Release(Call call, VersionRecord version)
    {
        if (version.Content is { } content) Release(call, content);
        if (version.Manifest is not { } manifest) return;
        var manifests = call.Write(Tables.Manifests, Scope.World);
        if (manifests.Find(manifest) is not { } record) return;
        if (record.Uses > 1)
        {
            manifests.Put(record with { Uses = record.Uses - 1 });
            return;
        }

        manifests.Remove(manifest);
        var pieces = call.Write(Tables.Pieces, Scope.World);
        foreach (var piece in Runs.Of(pieces, manifest).ToList())
        {
            if (piece.Content is { } bytes) Release(call, bytes);
            pieces.Remove(piece.Place);
        }
    }
}
