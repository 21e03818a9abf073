using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;

namespace Orrery.Services.S3.Rules;

/// <summary>What all operations that read objects share.</summary>
internal static class Reading
{
    /// <summary>The version that a request names, if it is an object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request: who may not list is not told what is not there.</param>
    /// <param name="place">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="versionId">The version, or null for the newest.</param>
    /// <exception cref="ServiceException">NoSuchKey, NoSuchVersion, MethodNotAllowed (a delete marker).</exception>
    public static VersionRecord Get(ReadCall call, object request, Place place, string key, string? versionId)
    {
        var version = Versions.Find(call, place, key, versionId);
        if (versionId is not null)
        {
            if (version is null) throw Absence.Of(call, request, place, Errors.NoSuchVersion(key, versionId));
            return version.IsMarker ? throw Errors.MarkerAsked(version, MethodOf(call)) : version;
        }

        if (version is { IsMarker: false }) return version;
        throw Absence.Of(call, request, place, version is null ? Errors.NoSuchKey(key) : Errors.Deleted(version));
    }

    /// <summary>The HTTP method of a call's operation, of those that are about objects.</summary>
    public static string MethodOf(ReadCall call)
    {
        var name = call.Operation.AsSpan(call.Operation.IndexOf(':', StringComparison.Ordinal) + 1);
        return name.StartsWith("Get") ? "GET" : name.StartsWith("Head") ? "HEAD" : name.StartsWith("Put") ? "PUT"
            : name.StartsWith("Delete") ? "DELETE" : "POST";
    }

    /// <summary>The bytes that a request wants; null where it wants all and said so by saying nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="version">The version.</param>
    /// <param name="range">Range, or null.</param>
    /// <param name="part">The number of a part, or null.</param>
    public static ByteRange? Wanted(ReadCall call, VersionRecord version, string? range, int? part)
    {
        if (part is not { } number) return ByteRange.Read(range, version.Size);
        if (range is not null)
            throw Errors.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        if (number is < 1 or > 10_000) throw Errors.BadPartNumber(number);
        if (version.Manifest is { } manifest && version.Parts is not null)
        {
            var pieces = call.Read(Tables.Pieces, Scope.World);
            if (Runs.Of(pieces, manifest).FirstOrDefault(piece => piece.Number == number) is { } found)
                return new(found.End - found.Length, found.Length);
        }
        else if (number == 1)
        {
            return version.Size == 0 ? null : ByteRange.All(version.Size);
        }

        throw new ServiceException("InvalidPartNumber", "The requested partnumber is not satisfiable", 416);
    }
}
