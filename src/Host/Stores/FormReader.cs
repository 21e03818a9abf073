using System.Text;
using Orrery.Core;

namespace Orrery.Host.Stores;

/// <summary>
/// Reads multipart/form-data (RFC 7578) up to its file, which is left to be streamed. Source: S3 API Reference, "POST
/// Object": the file comes last, and what stands before it has 20 KB at most.
/// </summary>
internal sealed class FormReader(Stream body, string boundary)
{
    private const int MostBefore = 20 * 1024;

    private readonly byte[] _mark = Encoding.ASCII.GetBytes($"\r\n--{boundary}");
    private byte[] _bytes = Encoding.ASCII.GetBytes("\r\n");

    /// <summary>The fields before the file, in order; names do not depend on case.</summary>
    public List<KeyValuePair<string, string>> Fields { get; } = [];

    /// <summary>The name of the file as the form has it; null where there was none.</summary>
    public string? FileName { get; private set; }

    /// <summary>The type of the file, or null.</summary>
    public string? FileType { get; private set; }

    /// <summary>Reads the fields and gives the file.</summary>
    /// <exception cref="ServiceException">MalformedPOSTRequest, MaxPostPreDataLengthExceededError.</exception>
    public async ValueTask<Stream> ReadAsync(CancellationToken gone)
    {
        await SkipToMarkAsync(gone);
        while (true)
        {
            var head = await TakeAsync("\r\n\r\n"u8.ToArray(), gone);
            var disposition = Line(head, "Content-Disposition");
            var name = Part(disposition, "name") ?? throw Malformed();
            if (name.Equals("file", StringComparison.OrdinalIgnoreCase))
            {
                FileName = Part(disposition, "filename") ?? "";
                FileType = Line(head, "Content-Type");
                return new FormFile(body, _bytes, _mark);
            }

            var value = await TakeAsync(_mark, gone);
            Fields.Add(new(name, value));
            if (_bytes.AsSpan().StartsWith("--"u8)) throw new ServiceException(
                "InvalidArgument", "POST requires exactly one file upload per request.", 400);
        }
    }

    private async ValueTask SkipToMarkAsync(CancellationToken gone)
    {
        var before = await TakeAsync(_mark, gone);
        if (before.Length > 0) throw Malformed();
    }

    // What stands before a mark; the mark is taken too.
    private async ValueTask<string> TakeAsync(byte[] mark, CancellationToken gone)
    {
        while (true)
        {
            var at = _bytes.AsSpan().IndexOf(mark);
            if (at >= 0)
            {
                var text = Encoding.UTF8.GetString(_bytes, 0, at);
                _bytes = _bytes[(at + mark.Length)..];
                return text;
            }

            if (_bytes.Length > MostBefore)
                throw new ServiceException(
                    "MaxPostPreDataLengthExceededError",
                    "Your POST request fields preceeding the upload file was too large.", 400);
            var more = new byte[4096];
            var read = await body.ReadAsync(more, gone);
            if (read == 0) throw Malformed();
            _bytes = [.. _bytes, .. more.AsSpan(0, read)];
        }
    }

    private static string? Line(string head, string name)
    {
        foreach (var line in head.Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[..colon].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return line[(colon + 1)..].Trim();
        }

        return null;
    }

    private static string? Part(string? disposition, string name)
    {
        var start = disposition?.IndexOf($"; {name}=\"", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0) return null;
        start += name.Length + 4;
        var end = disposition!.IndexOf('"', start);
        return end < 0 ? null : disposition[start..end];
    }

    private static ServiceException Malformed() => new(
        "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.", 400);
}
