using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Orrery.Operations.Tagging;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules;

/// <summary>Tags of buckets and objects. Source: S3 user guide, "Categorizing your storage using tags".</summary>
internal static class Tags
{
    private const int MostOfObject = 10;
    private const int MostKey = 128;
    private const int MostValue = 256;

    /// <summary>The tags of an object, from a document.</summary>
    public static ImmutableSortedDictionary<string, string> OfObject(IReadOnlyList<Tag>? sent) =>
        sent?.Count > MostOfObject
            ? throw new ServiceException("BadRequest", "Object tags cannot be greater than 10")
            : Of(sent);

    /// <summary>The tags of an object, from a header: written as a query; null where there is none.</summary>
    public static ImmutableSortedDictionary<string, string>? OfHeader(string? header)
    {
        if (string.IsNullOrEmpty(header)) return null;
        var tags = header.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? new Tag { Key = WebUtility.UrlDecode(pair), Value = "" }
                : new Tag
                {
                    Key = WebUtility.UrlDecode(pair[..equals]), Value = WebUtility.UrlDecode(pair[(equals + 1)..]),
                };
        });
        return OfObject([.. tags]);
    }

    /// <summary>The tags of a bucket.</summary>
    public static ImmutableSortedDictionary<string, string> OfBucket(IReadOnlyList<Tag>? sent) =>
        sent?.Count > TagSet.Most
            ? throw new ServiceException("BadRequest", "Bucket tag count cannot be greater than 50")
            : Of(sent);

    /// <summary>The tags of an access point.</summary>
    public static ImmutableSortedDictionary<string, string> OfPoint(
        IReadOnlyList<Orrery.Wire.Generated.S3control.Tag>? sent) =>
        Of([.. (sent ?? []).Select(static tag => new Tag { Key = tag.Key, Value = tag.Value })]);

    /// <summary>Tags with others added or changed.</summary>
    public static ImmutableSortedDictionary<string, string> Added(
        ImmutableSortedDictionary<string, string>? tags, ImmutableSortedDictionary<string, string> more) =>
        TagSet.With(
            tags ?? TagSet.Empty, more,
            static _ => Errors.InvalidTag("System tags cannot be added/updated by requester"),
            static () => new ServiceException("BadRequest", "Resource tag count cannot be greater than 50"));

    /// <summary>Tags as AWS lists them.</summary>
    public static IReadOnlyList<Tag> View(ImmutableSortedDictionary<string, string>? tags) =>
        [.. (tags ?? TagSet.Empty).Select(static tag => new Tag { Key = tag.Key, Value = tag.Value })];

    // S3 user guide, "Tagging and access control policies"; a tabulator is none of these, as AWS says in the tests of
    // versity/versitygw for PutBucketTagging.
    private static bool IsText(string text) => text.EnumerateRunes().All(static rune =>
        Rune.IsLetter(rune) || Rune.IsNumber(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator
        || (rune.IsAscii && "+-=._:/@".Contains((char)rune.Value)));

    private static ImmutableSortedDictionary<string, string> Of(IReadOnlyList<Tag>? sent)
    {
        var tags = TagSet.Empty.ToBuilder();
        foreach (var tag in sent ?? [])
        {
            if (tag.Key is not { Length: > 0 and <= MostKey } key || !IsText(key))
                throw Errors.InvalidTag("The TagKey you have provided is invalid");
            if (tag.Value is not { Length: <= MostValue } value || !IsText(value))
                throw Errors.InvalidTag("The TagValue you have provided is invalid");
            if (TagSet.IsReserved(key)) throw Errors.InvalidTag("System tags cannot be added/updated by requester");
            if (!tags.TryAdd(key, value)) throw Errors.InvalidTag("Cannot provide multiple Tags with the same key");
        }

        return tags.ToImmutable();
    }
}
