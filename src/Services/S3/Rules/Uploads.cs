using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules;

/// <summary>Multipart uploads and their parts. Source: S3 user guide, "Uploading and copying objects using multipart
/// upload".</summary>
internal static class Uploads
{
    /// <summary>The most parts of an upload.</summary>
    public const int MostParts = 10_000;

    /// <summary>The least bytes of a part that is not the last.</summary>
    public const long LeastPart = 5 * 1024 * 1024;

    /// <summary>The upload of an id.</summary>
    /// <exception cref="ServiceException">NoSuchUpload.</exception>
    public static UploadRecord Get(ReadCall call, Place place, string key, string? id) =>
        call.Read(Tables.Uploads, place.Scope).Find(KeyText.Upload(place.Name, key, id ?? ""))
        ?? throw Errors.NoSuchUpload(id ?? "");

    /// <summary>The parts of an upload after a number, by number.</summary>
    public static IEnumerable<PartRecord> Parts(ReadCall call, Place place, string upload, int after) =>
        call.Read(Tables.Parts, place.Scope).From(KeyText.Part(upload, after + 1))
            .TakeWhile(part => part.Upload == upload);

    /// <summary>The number of a part.</summary>
    /// <exception cref="ServiceException">InvalidArgument.</exception>
    public static int Number(int? number) =>
        number is >= 1 and <= MostParts ? number.Value : throw Errors.BadPartNumber(number ?? 0);

    /// <summary>Puts a part in place of what was there under its number.</summary>
    public static void Put(Call call, Place place, PartRecord part)
    {
        var parts = call.Write(Tables.Parts, place.Scope);
        if (parts.Find(part.Place)?.Content is { } before) Stored.Release(call, before);
        if (part.Content is { } content) Stored.Name(call, content, part.Size);
        parts.Put(part);
    }

    /// <summary>Ends an upload; parts that are not in the object are let go of.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">The bucket.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="used">The numbers of parts that are in the object.</param>
    public static void End(Call call, Place place, UploadRecord upload, IReadOnlySet<int> used)
    {
        var parts = call.Write(Tables.Parts, place.Scope);
        foreach (var part in Parts(call, place, upload.Id, 0).ToList())
        {
            if (part.Content is { } content && !used.Contains(part.Number)) Stored.Release(call, content);
            parts.Remove(part.Place);
        }

        call.Write(Tables.Uploads, place.Scope).Remove(upload.Place);
    }

    /// <summary>Ends all uploads of a bucket: it is being deleted.</summary>
    public static void AbortAll(Call call, Place place)
    {
        var uploads = call.Read(Tables.Uploads, place.Scope).From(new($"{place.Name}/"))
            .TakeWhile(upload => upload.Bucket == place.Name).ToList();
        foreach (var upload in uploads) End(call, place, upload, new HashSet<int>());
    }
}
