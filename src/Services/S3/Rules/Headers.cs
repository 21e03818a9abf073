using System.Collections.Immutable;
using System.Text;

namespace Orrery.Services.S3.Rules;

/// <summary>What clients say of objects.</summary>
internal static class Headers
{
    /// <summary>What objects are that say nothing. Source: Amazon S3 API Reference, PutObject, Content-Type.</summary>
    public const string UnknownType = "binary/octet-stream";

    // S3 user guide, "Working with object metadata": 2 KB of keys and values.
    private const int MostMetadata = 2 * 1024;

    /// <summary>User metadata as it is kept: names in lower case.</summary>
    /// <exception cref="ServiceException">MetadataTooLarge.</exception>
    public static ImmutableSortedDictionary<string, string>? Metadata(IReadOnlyDictionary<string, string>? sent)
    {
        if (sent is null || sent.Count == 0) return null;
        var size = sent.Sum(static p => Encoding.UTF8.GetByteCount(p.Key) + Encoding.UTF8.GetByteCount(p.Value));
        if (size > MostMetadata) throw Errors.MetadataTooLarge(size, MostMetadata);
        return ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, sent.Select(static p => KeyValuePair.Create(p.Key.ToLowerInvariant(), p.Value)));
    }

    /// <summary>User metadata as answers carry it: headers are ASCII, so other texts are written as RFC 2047 has it.
    /// Source: S3 user guide, "Working with object metadata".</summary>
    public static IReadOnlyDictionary<string, string>? Shown(ImmutableSortedDictionary<string, string>? metadata) =>
        metadata is null || metadata.Values.All(static text => Ascii.IsValid(text))
            ? metadata
            : metadata.ToDictionary(static pair => pair.Key, static pair => Ascii.IsValid(pair.Value)
                ? pair.Value
                : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}?=");

    /// <summary>Where websites lead those who ask for an object; null for nowhere else.</summary>
    /// <exception cref="ServiceException">InvalidRedirectLocation; its text is in aws-cli issue 1130.</exception>
    public static string? Redirect(string? sent) =>
        sent is null || sent.StartsWith('/') || sent.StartsWith("http://", StringComparison.Ordinal)
            || sent.StartsWith("https://", StringComparison.Ordinal)
            ? sent
            : throw Errors.InvalidRedirect();

    /// <summary>What a request wants an answer to say instead; null where it wants nothing.</summary>
    /// <exception cref="ServiceException">InvalidArgument: it cannot stand in a header.</exception>
    public static string? Override(string? wanted) => wanted is null || !wanted.Any(char.IsControl)
        ? wanted
        : throw Errors.InvalidArgument("Header value cannot be represented.", "response-*", "");

    /// <summary>Refuses to let an answer say something else for nobody: only who signs may ask for it. Source: S3 API
    /// Reference, GetObject, "Overriding response header values through the request"; the text as it is in public
    /// reports.</summary>
    /// <exception cref="ServiceException">InvalidRequest.</exception>
    public static void CheckOverrides(ReadCall call, params ReadOnlySpan<object?> wanted)
    {
        if (call.Caller.Kind is not CallerKind.Anonymous) return;
        foreach (var one in wanted)
        {
            if (one is not null) throw Errors.InvalidRequest(
                "Request specific response headers cannot be used for anonymous GET requests.");
        }
    }

    /// <summary>Refuses what of writing objects is not served yet, by name.</summary>
    /// <param name="sent">Names of headers and whether they were sent.</param>
    public static void RefuseOthers(params ReadOnlySpan<(string Name, object? Value)> sent)
    {
        foreach (var (name, value) in sent)
            if (value is not null) throw Errors.NotServed(name);
    }
}
