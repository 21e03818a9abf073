using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The managed policies of AWS that guides and modules name: facts of <c>data/aws-managed-policies.json</c>, read when
/// one is first asked for. Only the version in force is known; ids are made of the ARN.
/// </summary>
internal static class AwsPolicies
{
    private const string Resource = "aws-managed-policies.json";
    private const int IdBytes = 11;
    private const int IdLength = 17;

    private static readonly Lazy<FrozenDictionary<string, PolicyRecord>> Known =
        new(() => Load().ToFrozenDictionary(p => p.Arn, StringComparer.Ordinal));

    /// <summary>All of them.</summary>
    public static IEnumerable<PolicyRecord> All => Known.Value.Values;

    /// <summary>The policy of an ARN, or null.</summary>
    public static PolicyRecord? Find(string arn) => Known.Value.GetValueOrDefault(arn);

    /// <summary>The ARN of a policy.</summary>
    public static string ArnOf(string path, string name) => $"arn:aws:iam::aws:policy{path}{name}";

    private static IEnumerable<PolicyRecord> Load()
    {
        using var stream = typeof(AwsPolicies).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the program.");
        using var json = JsonDocument.Parse(stream);
        foreach (var policy in json.RootElement.EnumerateArray())
        {
            string Text(string member) => policy.GetProperty(member).GetString()!;
            var (name, path, version) = (Text("name"), Text("path"), Text("version"));
            var arn = ArnOf(path, name);
            var updated = policy.GetProperty("updated").GetDateTimeOffset();
            yield return new()
            {
                Name = name,
                Path = path,
                Id = "ANPA" + Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(arn))[..IdBytes])[..IdLength],
                Arn = arn,
                CreatedAt = policy.GetProperty("created").GetDateTimeOffset(),
                UpdatedAt = updated,
                Versions = [new(version, policy.GetProperty("document").GetRawText(), updated)],
                DefaultVersion = version,
                IsAws = true,
            };
        }
    }
}
