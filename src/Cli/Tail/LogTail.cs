using System.Text.Json;
using Orrery.Cli.Admin;

namespace Orrery.Cli.Tail;

/// <summary>Reads a log group from an instant on, and each time what has come since.</summary>
/// <param name="orrery">The Orrery to ask.</param>
/// <param name="place">The account and region; without an account it is the default one.</param>
/// <param name="group">The log group.</param>
/// <param name="pattern">What the events have to be like; null for all.</param>
/// <param name="from">From when on.</param>
internal sealed class LogTail(
    AdminClient orrery, (string? Account, string Region) place, string group, string? pattern, DateTimeOffset from)
{
    private const string Target = "Logs_20140328.FilterLogEvents";

    // The signatures of keys that nobody knows are not verified: any date will do.
    private const string Date = "20260101T000000Z";

    // The next question begins at the newest event, so that those of the same millisecond come again.
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private long _from = Math.Max(from.ToUnixTimeMilliseconds(), 0);

    /// <summary>What has come.</summary>
    /// <exception cref="CliException">Nobody answers, or Logs refuses.</exception>
    public async Task<IReadOnlyList<TailedEvent>> NextAsync(CancellationToken stop)
    {
        var found = new List<TailedEvent>();
        string? token = null;
        do
        {
            var page = await AskAsync(new(group, _from, pattern, token), stop);
            found.AddRange(page.Events.Where(e => !_seen.Contains(e.EventId)));
            token = page.NextToken;
        }
        while (token is not null);
        if (found.Count > 0) Remember(found);
        return found;
    }

    private void Remember(List<TailedEvent> found)
    {
        var newest = found.Max(e => e.Timestamp);
        if (newest > _from) _seen.Clear();
        _from = newest;
        _seen.UnionWith(found.Where(e => e.Timestamp == newest).Select(e => e.EventId));
    }

    private async Task<TailPage> AskAsync(TailRequest question, CancellationToken stop)
    {
        using var content =
            new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(question, TailJson.Default.TailRequest));
        content.Headers.ContentType = new("application/x-amz-json-1.1");
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.Add("X-Amz-Target", Target);
        request.Headers.Add("X-Amz-Date", Date);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={place.Account ?? "test"}/20260101/{place.Region}/logs/aws4_request, "
                + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=0");
        using var response = await orrery.SendAsync(request, stop);
        await using var body = await response.Content.ReadAsStreamAsync(stop);
        return await JsonSerializer.DeserializeAsync(body, TailJson.Default.TailPage, stop)
            ?? throw new CliException("Orrery answered null.");
    }
}
