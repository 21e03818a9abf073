using System.Text.Json.Nodes;

namespace Orrery.Tests.Unit.Engines.Policies.Twin;

/// <summary>Conditions and contexts by chance, with few words for each type of key.</summary>
public sealed class RandomCondition(Random random)
{
    private static readonly string[] Teams = ["a", "b", "A", "red", "re*"];
    private static readonly string[] Tags = ["cost", "Env", "team", "own?r"];

    private static readonly (string[] Operators, string[] Keys, string[] Wanted, string[] Values)[] Families =
    [
        (["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
            "StringNotLike"],
            ["aws:PrincipalTag/team", "aws:username", "AWS:UserName", "s3:prefix"],
            ["alice", "a", "red", "r*", "?", "*", "${aws:username}", "${aws:PrincipalTag/team}", "RED",
                "${aws:missing, 'red'}", "${*}", "home/${aws:username}/*", "${aws:missing}", "re${*}"],
            ["alice", "a", "red", "home/alice/x", "RED", "re*"]),
        (["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase"],
            ["aws:TagKeys", "aws:CalledVia"], ["cost", "Env", "team", "c*", "*"], Tags),
        (["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan",
            "NumericGreaterThanEquals"],
            ["aws:MultiFactorAuthAge", "s3:max-keys"], ["1", "10", "10.5", "100", "-3"],
            ["1", "10", "10.5", "11", "-3"]),
        (["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan",
            "DateGreaterThanEquals"],
            ["aws:CurrentTime", "aws:TokenIssueTime"],
            ["2026-01-01T00:00:00Z", "2026-06-01T12:00:00Z", "1767225600"],
            ["2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "2027-01-01T00:00:00Z"]),
        (["Bool"], ["aws:SecureTransport", "aws:MultiFactorAuthPresent"], ["true", "false"], ["true", "false"]),
        (["BinaryEquals"], ["test:Digest"], ["QmluYXJ5", "AAEC"], ["QmluYXJ5", "AAEC", "AAED"]),
        (["IpAddress", "NotIpAddress"], ["aws:SourceIp", "aws:VpcSourceIp"],
            ["10.0.0.0/8", "203.0.113.7", "203.0.113.0/24", "2001:db8::/32", "2001:db8:1::1", "0.0.0.0/0"],
            ["10.1.2.3", "203.0.113.7", "203.0.113.8", "2001:db8::5", "2001:db8:1::1", "192.0.2.1"]),
        (["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"], ["aws:PrincipalArn", "aws:SourceArn"],
            ["arn:aws:iam::111111111111:user/*", "arn:aws:iam::*:role/admin", "arn:aws:sns:*:*:topic",
                "arn:aws:iam::111111111111:user/${aws:username}", "arn:*:*:*:*:*"],
            ["arn:aws:iam::111111111111:user/alice", "arn:aws:iam::111111111111:role/admin",
                "arn:aws:sns:eu-west-1:111111111111:topic"]),
        (["Null"], ["aws:TokenIssueTime", "aws:PrincipalTag/team", "aws:TagKeys"], ["true", "false"], []),
    ];

    /// <summary>The names of all operators that occur.</summary>
    public static IReadOnlyList<string> Operators { get; } = [.. Families.SelectMany(f => f.Operators).Distinct()];

    /// <summary>The element Condition.</summary>
    public JsonObject Block()
    {
        var block = new JsonObject();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var (operators, keys, wanted, _) = Pick(Families);
            var isMany = keys.Contains("aws:TagKeys") && operators.Length > 1;
            var name = Pick(operators);
            if (isMany) name = $"{Pick(["ForAllValues", "ForAnyValue"])}:{name}";
            if (name != "Null" && random.Next(5) == 0) name += "IfExists";
            var into = (JsonObject)(block[name] ??= new JsonObject());
            into[Pick(keys)] = name == "Null" || random.Next(2) == 0
                ? Pick(wanted)
                : new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => (JsonNode)Pick(wanted))]);
        }

        return block;
    }

    /// <summary>What a request says.</summary>
    public JsonObject Context(string principal)
    {
        var context = new JsonObject();
        foreach (var (_, keys, _, values) in Families)
        {
            foreach (var key in keys)
            {
                if (values.Length == 0 || random.Next(10) < 3 || Has(context, key)) continue;
                context[key] = ReferenceEquals(values, Tags)
                    ? new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => (JsonNode)Pick(Tags))])
                    : Pick(values);
            }
        }

        if (context.ContainsKey("aws:PrincipalTag/team")) context["aws:PrincipalTag/team"] = Pick(Teams);
        context.Remove("AWS:UserName");
        context.Remove("aws:username");
        if (principal.Contains(":user/", StringComparison.Ordinal)) context["aws:username"] = principal.Split('/')[^1];
        return context;
    }

    private static bool Has(JsonObject context, string key) =>
        context.Any(e => e.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private T Pick<T>(IReadOnlyList<T> words) => words[random.Next(words.Count)];
}
