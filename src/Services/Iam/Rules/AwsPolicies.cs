using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The managed policies of AWS that guides and modules name: facts of <c>data/aws-managed-policies.json</c>, which has
/// one on each line. A policy is read when it is first asked for; the others take no memory. Only the version in force
/// is known; ids are made of the ARN.
/// </summary>
internal static class AwsPolicies
{
    private const string Resource = "aws-managed-policies.json";
    private const int IdBytes = 11;
    private const int IdLength = 17;

    private static readonly ConcurrentDictionary<string, PolicyRecord> Asked = new(StringComparer.Ordinal);

    /// <summary>All of them, read as they are walked through.</summary>
    public static IEnumerable<PolicyRecord> All => Lines().Select(Read);

    /// <summary>The policy of an ARN, or null.</summary>
    public static PolicyRecord? Find(string arn)
    {
        if (Asked.TryGetValue(arn, out var known)) return known;
        var start = $"{{\"name\":\"{Arns.NameOf(arn)}\",";
        var line = Lines().FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal));
        return line is not null && Read(line) is { } policy && policy.Arn == arn ? Asked.GetOrAdd(arn, policy) : null;
    }

    /// <summary>The ARN of a policy.</summary>
    public static string ArnOf(string path, string name) => $"arn:aws:iam::aws:policy{path}{name}";

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(AwsPolicies).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('{')) yield return line.TrimEnd(',');
        }
    }

    private static PolicyRecord Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var policy = json.RootElement;
        string Text(string member) => policy.GetProperty(member).GetString()!;
        var (name, path, version) = (Text("name"), Text("path"), Text("version"));
        var arn = ArnOf(path, name);
        var updated = policy.GetProperty("updated").GetDateTimeOffset();
        return new()
        {
            Name = name,
            Path = path,
            Id = "ANPA" + Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(arn)).AsSpan(0, IdBytes))[..IdLength],
            Arn = arn,
            CreatedAt = policy.GetProperty("created").GetDateTimeOffset(),
            UpdatedAt = updated,
            Versions = [new(version, policy.GetProperty("document").GetRawText(), updated)],
            DefaultVersion = version,
            IsAws = true,
        };
    }
}
