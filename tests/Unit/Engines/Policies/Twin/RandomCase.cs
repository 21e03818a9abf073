using System.Text.Json.Nodes;

namespace Orrery.Tests.Unit.Engines.Policies.Twin;

/// <summary>Cases by seed, of few words, so that policies and requests often meet.</summary>
public sealed class RandomCase
{
    private const string Here = "111111111111";
    private const string There = "222222222222";

    private static readonly string[] Principals =
    [
        $"arn:aws:iam::{Here}:user/alice", $"arn:aws:iam::{Here}:user/team/bob",
        $"arn:aws:sts::{Here}:assumed-role/admin/s1", $"arn:aws:iam::{There}:user/carol",
        $"arn:aws:sts::{There}:assumed-role/reader/s2", $"arn:aws:iam::{Here}:root",
    ];

    private static readonly (string Action, string[] Resources, string[] Patterns)[] Services =
    [
        ("s3:GetObject", ["arn:aws:s3:::bucket/a.txt", "arn:aws:s3:::bucket/home/alice/x"],
            ["arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket/home/${aws:username}/*", "arn:aws:s3:::other/*",
                "arn:aws:s3:::b?cket/*", "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'a'}.txt"]),
        ("s3:PutObject", ["arn:aws:s3:::bucket/a.txt"], ["arn:aws:s3:::*", "arn:aws:s3:::bucket/*.txt"]),
        ("sqs:SendMessage", [$"arn:aws:sqs:eu-west-1:{Here}:q1"],
            [$"arn:aws:sqs:*:{Here}:q1", $"arn:aws:sqs:eu-west-1:{Here}:q?", "arn:aws:sqs:us-*:*:*"]),
        ("kms:Decrypt", [$"arn:aws:kms:eu-west-1:{Here}:key/k1"], [$"arn:aws:kms:*:{Here}:key/*"]),
        ("dynamodb:GetItem", [$"arn:aws:dynamodb:eu-west-1:{Here}:table/t1"],
            [$"arn:aws:dynamodb:eu-west-1:{Here}:table/t1", $"arn:aws:dynamodb:*:*:table/*2"]),
    ];

    private readonly Random _random;
    private readonly RandomCondition _conditions;

    /// <summary>A case.</summary>
    public RandomCase(int seed)
    {
        _random = new(seed);
        _conditions = new(_random);
    }

    /// <summary>Makes it.</summary>
    public PolicyCase Make()
    {
        var principal = Pick(Principals);
        var (action, resources, patterns) = Pick(Services);
        var isRoot = principal.EndsWith(":root", StringComparison.Ordinal);
        var isRole = principal.Contains("assumed-role", StringComparison.Ordinal);
        return new()
        {
            Principal = principal,
            Action = action,
            Resource = Pick(resources),
            ResourceAccount = Here,
            Context = _conditions.Context(principal),
            Identity = isRoot ? [] : Policies(0, 3, p => Policy(action, patterns, null)),
            Boundary = !isRoot && Chance(20) ? Policy(action, patterns, null, allows: 80) : null,
            Session = isRole && Chance(25) ? Policy(action, patterns, null, allows: 80) : null,
            ServiceControls = Chance(40) ? Levels(action, patterns) : [],
            ResourceControls = Chance(25)
                ? [[Everything(isNamed: true), .. Policies(0, 2, p => Denial(action, patterns))]]
                : [],
            ResourcePolicy = Chance(60) || action == "kms:Decrypt" ? Policy(action, patterns, Principal) : null,
        };
    }

    private JsonObject[][] Levels(string action, string[] patterns) =>
        [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Policies(1, 3, i =>
            i == 0 && Chance(80) ? Everything() : Policy(action, patterns, null, allows: 60)))];

    private static JsonObject Everything(bool isNamed = false)
    {
        var statement = new JsonObject { ["Effect"] = "Allow", ["Action"] = "*", ["Resource"] = "*" };
        if (isNamed) statement["Principal"] = "*";
        return new() { ["Version"] = "2012-10-17", ["Statement"] = statement };
    }

    private JsonObject Denial(string action, string[] patterns)
    {
        var statement = new JsonObject
        {
            ["Effect"] = "Deny",
            ["Principal"] = "*",
            ["Action"] = Pick([action, $"{action.Split(':')[0]}:*"]),
            ["Resource"] = Chance(60) ? "*" : Pick(patterns),
            ["Condition"] = _conditions.Block(),
        };
        return new() { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) };
    }

    private JsonObject Policy(string action, string[] patterns, Func<bool, JsonNode>? principal, int allows = 75)
    {
        var statements = Enumerable.Range(0, _random.Next(1, 4))
            .Select(i => (JsonNode)Statement(action, patterns, principal, allows, i)).ToArray();
        return new()
        {
            ["Version"] = principal is not null && Chance(15) ? "2008-10-17" : "2012-10-17",
            ["Statement"] = statements.Length == 1 && Chance(50) ? statements[0] : new JsonArray(statements),
        };
    }

    private JsonObject Statement(
        string action, string[] patterns, Func<bool, JsonNode>? principal, int allows, int index)
    {
        var isAllow = Chance(allows);
        var statement = new JsonObject { ["Sid"] = $"S{index}", ["Effect"] = isAllow ? "Allow" : "Deny" };
        if (principal is not null)
        {
            var isNot = !isAllow && Chance(25);
            statement[isNot ? "NotPrincipal" : "Principal"] = principal(isNot);
        }

        var service = action.Split(':')[0];
        string[] actions =
        [
            action, action.ToUpperInvariant(), $"{service}:*", $"{service}:{action.Split(':')[1][..3]}*", "*",
            $"{service}:?{action.Split(':')[1][1..]}", "ec2:RunInstances", $"{service}:List*",
        ];
        statement[Chance(12) ? "NotAction" : "Action"] = OneOrMany(actions);
        statement[Chance(12) ? "NotResource" : "Resource"] = OneOrMany([.. patterns, "*", "*"]);
        if (Chance(isAllow ? 35 : 70)) statement["Condition"] = _conditions.Block();
        return statement;
    }

    private JsonNode Principal(bool isNot)
    {
        string[] entries =
        [
            .. Principals, Here, There, $"arn:aws:iam::{There}:root", $"arn:aws:iam::{Here}:role/admin",
            $"arn:aws:iam::{There}:role/reader",
        ];
        if (isNot)
        {
            var someone = Pick(Principals);
            var account = someone.Split(':')[4];
            string[] listed = someone.Contains("assumed-role", StringComparison.Ordinal)
                ? [someone, $"arn:aws:iam::{account}:role/{someone.Split('/')[1]}", account]
                : [someone, $"arn:aws:iam::{account}:root"];
            return new JsonObject { ["AWS"] = new JsonArray([.. listed.Distinct().Select(e => (JsonNode)e)]) };
        }

        return _random.Next(5) switch
        {
            0 => "*",
            1 => new JsonObject { ["AWS"] = "*" },
            2 => new JsonObject { ["Service"] = "sns.amazonaws.com", ["AWS"] = OneOrMany(entries) },
            _ => new JsonObject { ["AWS"] = OneOrMany(entries) },
        };
    }

    private JsonNode OneOrMany(string[] words) => Chance(60)
        ? Pick(words)
        : new JsonArray([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (JsonNode)Pick(words))]);

    private JsonObject[] Policies(int from, int to, Func<int, JsonObject> make) =>
        [.. Enumerable.Range(0, _random.Next(from, to)).Select(make)];

    private T Pick<T>(IReadOnlyList<T> words) => words[_random.Next(words.Count)];

    private bool Chance(int percent) => _random.Next(100) < percent;
}
