using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>A JSON Web Token, read and not yet believed. Source: RFC 7519, RFC 7515.</summary>
internal sealed record WebToken
{
    private const int Parts = 3;

    /// <summary>The algorithm of the signature.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The id of the key; null where it names none.</summary>
    public string? KeyId { get; init; }

    /// <summary>What is signed.</summary>
    public required byte[] Signed { get; init; }

    /// <summary>The signature.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>The claims.</summary>
    public required JsonElement Claims { get; init; }

    /// <summary>Who issued it.</summary>
    public string Issuer => Text("iss") ?? "";

    /// <summary>Whom it is about.</summary>
    public string Subject => Text("sub") ?? "";

    /// <summary>Whom it is for.</summary>
    public IReadOnlyList<string> Audiences => Texts("aud");

    /// <summary>Reads a token.</summary>
    /// <exception cref="ServiceException">InvalidIdentityToken.</exception>
    public static WebToken Read(string text)
    {
        try
        {
            var parts = text.Split('.');
            if (parts.Length != Parts) throw Broken();
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return new()
            {
                Algorithm = header.RootElement.GetProperty("alg").GetString() ?? "",
                KeyId = header.RootElement.TryGetProperty("kid", out var key) ? key.GetString() : null,
                Signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Signature = Base64Url.DecodeFromChars(parts[2]),
                Claims = claims.RootElement.Clone(),
            };
        }
        catch (Exception wrong) when (
            wrong is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Broken();
        }
    }

    /// <summary>A claim that is one text, or null.</summary>
    public string? Text(string claim) => Texts(claim) is [var one, ..] ? one : null;

    /// <summary>A claim that is one text or several.</summary>
    public IReadOnlyList<string> Texts(string claim) => TextsOf(Claims, claim);

    /// <summary>A claim that is an instant, or null.</summary>
    public DateTimeOffset? Instant(string claim) =>
        Claims.ValueKind == JsonValueKind.Object && Claims.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds)
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    /// <summary>A member of an object that is one text or several.</summary>
    public static IReadOnlyList<string> TextsOf(JsonElement holder, string name)
    {
        if (holder.ValueKind != JsonValueKind.Object || !holder.TryGetProperty(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Select(v => v.ToString())],
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => [value.ToString()],
            _ => [],
        };
    }

    private static ServiceException Broken() =>
        IdentityErrors.Invalid(
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
}
