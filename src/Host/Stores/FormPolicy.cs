using System.Globalization;
using System.Text;
using System.Text.Json;
using Orrery.Core;

namespace Orrery.Host.Stores;

/// <summary>
/// The policy of a form: until when it holds, and what its fields have to be. Source: S3 API Reference, "Creating a
/// POST policy".
/// </summary>
internal sealed class FormPolicy
{
    private static readonly string[] Free = ["x-amz-signature", "file", "policy", "awsaccesskeyid", "signature"];

    private readonly List<(string Kind, string Field, string Value)> _conditions = [];

    private FormPolicy()
    {
    }

    /// <summary>The fewest and the most bytes of the file, or null.</summary>
    public (long Least, long Most)? Range { get; private set; }

    private DateTimeOffset Expiration { get; set; }

    /// <summary>Reads a policy in Base64.</summary>
    /// <exception cref="ServiceException">InvalidPolicyDocument.</exception>
    public static FormPolicy Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
            var policy = new FormPolicy
            {
                Expiration = DateTimeOffset.Parse(
                    json.RootElement.GetProperty("expiration").GetString()!, CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal),
            };
            foreach (var condition in json.RootElement.GetProperty("conditions").EnumerateArray())
                policy.Add(condition);
            return policy;
        }
        catch (Exception problem) when (problem is FormatException or JsonException or InvalidOperationException
            or KeyNotFoundException or ArgumentException or IndexOutOfRangeException)
        {
            throw new ServiceException(
                "InvalidPolicyDocument", "The content of the form does not meet the conditions specified in the policy "
                + "document.", 400);
        }
    }

    /// <summary>Refuses a form that its policy does not let.</summary>
    /// <exception cref="ServiceException">AccessDenied.</exception>
    public void Check(IEnumerable<KeyValuePair<string, string>> fields, string bucket, DateTimeOffset now)
    {
        if (Expiration <= now) throw Denied("Policy expired.");
        var sent = fields.Append(new("bucket", bucket)).ToList();
        foreach (var (kind, field, value) in _conditions)
        {
            var is_ = sent.Where(pair => pair.Key.Equals(field, StringComparison.OrdinalIgnoreCase))
                .Select(static pair => pair.Value).FirstOrDefault() ?? "";
            var holds = kind == "eq" ? is_ == value : is_.StartsWith(value, StringComparison.Ordinal);
            if (!holds) throw Denied($"Policy Condition failed: [\"{kind}\", \"${field}\", \"{value}\"]");
        }

        var extra = sent.Select(static pair => pair.Key).FirstOrDefault(name =>
            name != "bucket" && !Free.Contains(name.ToLowerInvariant())
            && !name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase)
            && !_conditions.Exists(c => c.Field.Equals(name, StringComparison.OrdinalIgnoreCase)));
        if (extra is not null) throw Denied($"Extra input fields: {extra.ToLowerInvariant()}");
    }

    private void Add(JsonElement condition)
    {
        if (condition.ValueKind == JsonValueKind.Object)
        {
            foreach (var pair in condition.EnumerateObject()) _conditions.Add(("eq", pair.Name, Text(pair.Value)));
            return;
        }

        var kind = condition[0].GetString()!.ToLowerInvariant();
        if (kind == "content-length-range") Range = (Number(condition[1]), Number(condition[2]));
        else if (kind is "eq" or "starts-with")
            _conditions.Add((kind, condition[1].GetString()!.TrimStart('$'), Text(condition[2])));
        else throw new FormatException(kind);
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static long Number(JsonElement value) => long.Parse(Text(value), CultureInfo.InvariantCulture);

    private static ServiceException Denied(string why) =>
        new("AccessDenied", $"Invalid according to Policy: {why}", 403);
}
