using System.Buffers.Text;
using System.Text.Json;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>
/// What a JSON Web Key Set has to be. Sources: RFC 7517 and 7518; IAM User Guide, "Create an OpenID Connect identity
/// provider": RSA and elliptic curve keys, at most 100 of each. The codes are Orrery's: AWS fetches key sets itself.
/// </summary>
internal static class KeySets
{
    private const int MostOfAKind = 100;
    private const int LeastRsaBytes = 256;

    /// <summary>The ids of the keys, or their kinds where they have none.</summary>
    /// <exception cref="ServiceException">InvalidKeySet.</exception>
    public static IReadOnlyList<string> Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array
                || keys.GetArrayLength() == 0)
            {
                throw Invalid("it needs a member 'keys' with at least one key");
            }

            List<(string Kind, string Id)> all = [.. keys.EnumerateArray().Select(Key)];
            if (all.GroupBy(key => key.Kind).Any(kind => kind.Count() > MostOfAKind))
                throw Invalid($"it has more than {MostOfAKind} keys of a kind");
            return [.. all.Select(key => key.Id)];
        }
        catch (JsonException)
        {
            throw Invalid("it is not JSON");
        }
    }

    private static (string Kind, string Id) Key(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object) throw Invalid("a key is an object");
        // The values themselves are never told.
        if (key.TryGetProperty("d", out _) || key.TryGetProperty("k", out _))
            throw Invalid("it holds a private or shared key: declare public keys only");
        var kind = Text(key, "kty");
        var isGood = kind switch
        {
            "RSA" => Bytes(key, "n") >= LeastRsaBytes && Bytes(key, "e") > 0,
            "EC" => Text(key, "crv") is "P-256" or "P-384" or "P-521" && Bytes(key, "x") > 0 && Bytes(key, "y") > 0,
            _ => false,
        };
        return isGood
            ? (kind!, Text(key, "kid") ?? kind!)
            : throw Invalid("each key is RSA with n of 2,048 bits or more and e, or EC with crv, x and y");
    }

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Bytes(JsonElement key, string name) =>
        Text(key, name) is { } text && Base64Url.IsValid(text, out var length) ? length : 0;

    private static ServiceException Invalid(string why) => new("InvalidKeySet", $"This is no key set: {why}.");
}
