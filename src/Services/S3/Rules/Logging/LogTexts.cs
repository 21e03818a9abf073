using System.Globalization;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Logging;

/// <summary>
/// Lines of server access logs. Source: S3 user guide, "Amazon S3 server access log format". Ciphers and TLS versions
/// are those of no connection here, whether a list was needed is not told, and neither is the region of a client: all
/// of them are dashes, as AWS writes what is not known.
/// </summary>
internal static class LogTexts
{
    private const string None = "-";

    /// <summary>The line of a request.</summary>
    public static string Line(Place place, StoreVisit visit) => string.Join(
        ' ',
        Start(place, visit),
        LogOperations.NameOf(visit.Operation, visit.Method, visit.IsWebsite),
        visit.Key is { } key ? Encoded(key) : None,
        Quoted($"{visit.Method} {visit.Uri} HTTP/1.1"),
        Number(visit.Status),
        Or(visit.ErrorCode),
        visit.BytesSent > 0 ? Number(visit.BytesSent) : None,
        visit.ObjectSize is { } size ? Number(size) : None,
        Number((long)visit.TotalTime.TotalMilliseconds),
        visit.ErrorCode is null && visit.BytesSent > 0 ? Number((long)visit.TurnAround.TotalMilliseconds) : None,
        Quoted(Or(visit.Referer)),
        Quoted(Or(visit.UserAgent)),
        Or(visit.VersionId),
        End(place, visit));

    /// <summary>The line of a key that was deleted with others: of a request by itself it has nothing.</summary>
    public static string BatchLine(Place place, StoreVisit visit, BatchEntry entry) => string.Join(
        ' ',
        Start(place, visit),
        "BATCH.DELETE.OBJECT",
        Encoded(entry.Key),
        None,
        Number(entry.Status),
        Or(entry.ErrorCode),
        None,
        entry.Size is { } size ? Number(size) : None,
        None,
        None,
        None,
        None,
        Or(entry.VersionId),
        End(place, visit));

    private static string Start(Place place, StoreVisit visit) => string.Join(
        ' ',
        CanonicalUser.IdOf(place.Scope.Account),
        place.Name,
        visit.At.UtcDateTime.ToString("'['dd/MMM/yyyy:HH:mm:ss '+0000]'", CultureInfo.InvariantCulture),
        Or(visit.RemoteAddress),
        Requester(visit.Caller),
        visit.RequestId);

    private static string End(Place place, StoreVisit visit) => string.Join(
        ' ',
        visit.RequestId,
        Or(visit.Signature),
        None,
        Or(visit.Authentication),
        Or(visit.Host),
        None,
        visit.Bucket == place.Name ? None : visit.Bucket,
        None,
        None);

    // IAM User Guide names: users and sessions by their ARNs, accounts by their canonical ids.
    private static string Requester(Caller? caller) => caller switch
    {
        null or { Kind: CallerKind.Anonymous } => None,
        { IsRoot: true } => CanonicalUser.IdOf(caller.Account),
        _ => caller.Arn,
    };

    private static string Encoded(string key) =>
        string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    // Nothing that a client sends may end a field or a line.
    private static string Quoted(string text) => $"\"{string.Concat(text.Select(Plain))}\"";

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? None : text;

    private static string Plain(char letter) => letter is '"' or '\\' || char.IsControl(letter)
        ? $"%{(int)letter:X2}"
        : letter.ToString();

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
