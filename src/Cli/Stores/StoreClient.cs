using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Orrery.Cli.Admin;

namespace Orrery.Cli.Stores;

/// <summary>Talks to S3 about one bucket, as the root user of an account.</summary>
/// <param name="orrery">The Orrery to ask.</param>
/// <param name="account">The account; null for the default one.</param>
/// <param name="bucket">The bucket.</param>
internal sealed class StoreClient(AdminClient orrery, string? account, string bucket)
{
    // The signatures of keys that nobody knows are not verified: any date will do.
    private const string Date = "20260101T000000Z";
    private string _region = "us-east-1";

    /// <summary>Finds out where the bucket is.</summary>
    /// <exception cref="CliException">There is no such bucket, or it is another's.</exception>
    public async Task FindAsync(CancellationToken stop)
    {
        using var response = await SendAsync(new(HttpMethod.Head, PathOf("")), stop);
        if (response.Headers.TryGetValues("x-amz-bucket-region", out var regions)) _region = regions.First();
        if (response.StatusCode == HttpStatusCode.NotFound)
            throw new CliException($"There is no bucket {bucket}.", $"aws s3 mb s3://{bucket}");
        if (response.StatusCode == HttpStatusCode.Forbidden)
            throw new CliException($"The bucket {bucket} is another account's.", "Say whose it is: --account ID.");
    }

    /// <summary>Whether an object with this ETag is there.</summary>
    public async Task<bool> HasAsync(string key, string etag, CancellationToken stop)
    {
        using var response = await SendAsync(new(HttpMethod.Head, PathOf(key)), stop);
        return response.IsSuccessStatusCode && response.Headers.ETag?.Tag.Trim('"') == etag;
    }

    /// <summary>Puts an object; the bytes are checked on arrival.</summary>
    public async Task PutAsync(string key, Stream bytes, byte[] md5, CancellationToken stop)
    {
        using var content = new StreamContent(bytes);
        content.Headers.ContentMD5 = md5;
        content.Headers.ContentLength = bytes.Length;
        using var response = await SendAsync(new(HttpMethod.Put, PathOf(key)) { Content = content }, stop);
        await CheckAsync(response, stop);
    }

    /// <summary>The upload of a key that was begun last and not completed, or null.</summary>
    public async Task<string?> FindUploadAsync(string key, CancellationToken stop)
    {
        var found = await ReadAsync(
            HttpMethod.Get, $"{PathOf("")}?uploads&prefix={Uri.EscapeDataString(key)}", null, stop);
        string? last = null, named = null, id = null;
        // The two stand beside each other, in either order.
        foreach (var (name, text) in found)
        {
            if (name == "Key") named = text;
            if (name == "UploadId") id = text;
            if (named is null || id is null) continue;
            if (named == key) last = id;
            (named, id) = (null, null);
        }

        return last;
    }

    /// <summary>Begins an upload.</summary>
    public async Task<string> BeginAsync(string key, CancellationToken stop)
    {
        var found = await ReadAsync(HttpMethod.Post, PathOf(key) + "?uploads", null, stop);
        return found.First(static one => one.Name == "UploadId").Text;
    }

    /// <summary>The parts of an upload that are there: their ETags by number.</summary>
    public async Task<Dictionary<int, string>> PartsAsync(string key, string upload, CancellationToken stop)
    {
        var parts = new Dictionary<int, string>();
        var (after, number) = (0, 0);
        do
        {
            var page = await ReadAsync(
                HttpMethod.Get,
                $"{PathOf(key)}?uploadId={upload}&part-number-marker={after.ToString(CultureInfo.InvariantCulture)}",
                null, stop);
            foreach (var (name, text) in page)
            {
                if (name == "PartNumber") number = int.Parse(text, CultureInfo.InvariantCulture);
                if (name == "ETag") parts[number] = text.Trim('"');
            }

            if (!page.Contains(("IsTruncated", "true"))) return parts;
            after = number;
        }
        while (true);
    }

    /// <summary>Puts a part.</summary>
    public async Task PutPartAsync(
        string key, (string Upload, int Number) part, ReadOnlyMemory<byte> bytes, byte[] md5, CancellationToken stop)
    {
        using var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentMD5 = md5;
        var number = part.Number.ToString(CultureInfo.InvariantCulture);
        var path = $"{PathOf(key)}?partNumber={number}&uploadId={part.Upload}";
        using var response = await SendAsync(new(HttpMethod.Put, path) { Content = content }, stop);
        await CheckAsync(response, stop);
    }

    /// <summary>Completes an upload of parts with these ETags.</summary>
    public async Task CompleteAsync(string key, string upload, IReadOnlyList<string> etags, CancellationToken stop)
    {
        var body = new StringBuilder("<CompleteMultipartUpload>");
        for (var i = 0; i < etags.Count; i++)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<Part><PartNumber>{i + 1}</PartNumber><ETag>\"{etags[i]}\"</ETag></Part>");
        }

        body.Append("</CompleteMultipartUpload>");
        await ReadAsync(HttpMethod.Post, $"{PathOf(key)}?uploadId={upload}", body.ToString(), stop);
    }

    private async Task<List<(string Name, string Text)>> ReadAsync(
        HttpMethod method, string path, string? body, CancellationToken stop)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/xml");
        using var response = await SendAsync(new(method, path) { Content = content }, stop);
        await CheckAsync(response, stop);
        return Elements(await response.Content.ReadAsStringAsync(stop));
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        request.Headers.Add("X-Amz-Date", Date);
        request.Headers.Add("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={account ?? "test"}/20260101/{_region}/s3/aws4_request, "
                + "SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=0");
        return orrery.AskAsync(request, stop);
    }

    private static async Task CheckAsync(HttpResponseMessage response, CancellationToken stop)
    {
        if (response.IsSuccessStatusCode) return;
        var said = Elements(await response.Content.ReadAsStringAsync(stop));
        var message = said.FirstOrDefault(static one => one.Name == "Message").Text;
        throw new CliException(message is { Length: > 0 }
            ? $"S3 refused: {message}"
            : $"S3 refused with HTTP {(int)response.StatusCode}.");
    }

    private string PathOf(string key) => key.Length == 0
        ? $"/{bucket}"
        : $"/{bucket}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}";

    // The elements that hold text, in order.
    private static List<(string Name, string Text)> Elements(string xml)
    {
        var found = new List<(string, string)>();
        if (xml.Length == 0) return found;
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(xml), new() { DtdProcessing = DtdProcessing.Prohibit });
            var name = "";
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element) name = reader.LocalName;
                else if (reader.NodeType == XmlNodeType.Text) found.Add((name, reader.Value));
            }
        }
        catch (XmlException)
        {
            throw new CliException("What answers there is no S3.");
        }

        return found;
    }
}
