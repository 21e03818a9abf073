using System.Text.Json.Nodes;

namespace Orrery.Tests.Unit.Engines.Policies.Twin;

/// <summary>A request and all policies that decide about it, as JSON.</summary>
public sealed record PolicyCase
{
    /// <summary>The ARN of who asks.</summary>
    public required string Principal { get; init; }

    /// <summary>The action.</summary>
    public required string Action { get; init; }

    /// <summary>The resource's ARN.</summary>
    public required string Resource { get; init; }

    /// <summary>The account that owns the resource.</summary>
    public required string ResourceAccount { get; init; }

    /// <summary>Keys, with a text or several.</summary>
    public JsonObject Context { get; init; } = [];

    /// <summary>Identity-based policies.</summary>
    public JsonObject[] Identity { get; init; } = [];

    /// <summary>The boundary.</summary>
    public JsonObject? Boundary { get; init; }

    /// <summary>The session policy.</summary>
    public JsonObject? Session { get; init; }

    /// <summary>Service control policies, by level.</summary>
    public JsonObject[][] ServiceControls { get; init; } = [];

    /// <summary>Resource control policies, by level.</summary>
    public JsonObject[][] ResourceControls { get; init; } = [];

    /// <summary>The resource's policy.</summary>
    public JsonObject? ResourcePolicy { get; init; }

    /// <summary>How the slow twin is to err; not part of the JSON.</summary>
    public Quirks Quirks { get; init; }

    /// <summary>The account of who asks.</summary>
    public string Account => Principal.Split(':')[4];

    /// <summary>The ARN of the role of a session; null for others.</summary>
    public string? Role => Principal.Contains(":assumed-role/", StringComparison.Ordinal)
        ? $"arn:aws:iam::{Account}:role/{Principal.Split('/')[1]}"
        : null;

    /// <summary>Whether the resource has to allow too.</summary>
    public bool MustAllow => Action.StartsWith("kms:", StringComparison.OrdinalIgnoreCase)
        || Action.StartsWith("sts:AssumeRole", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The case as one line of JSON. The root user, who may do all that nothing denies, has a policy that says so: not
    /// every reader knows of it.
    /// </summary>
    public string ToLine() => new JsonObject
    {
        ["principal"] = Principal,
        ["action"] = Action,
        ["resource"] = Resource,
        ["resourceAccount"] = ResourceAccount,
        ["context"] = Context.DeepClone(),
        ["identity"] = Principal.EndsWith(":root", StringComparison.Ordinal)
            ? JsonNode.Parse(
                """[{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}]""")
            : List(Identity),
        ["boundary"] = Boundary?.DeepClone(),
        ["session"] = Session?.DeepClone(),
        ["scps"] = new JsonArray([.. ServiceControls.Select(List)]),
        ["rcps"] = new JsonArray([.. ResourceControls.Select(List)]),
        ["resourcePolicy"] = ResourcePolicy?.DeepClone(),
    }.ToJsonString();

    private static JsonArray List(JsonObject[] policies) => new([.. policies.Select(p => p.DeepClone())]);
}
