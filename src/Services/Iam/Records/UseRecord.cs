using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>The last use of an action by an identity, and by one of its lasting keys where it has some.</summary>
internal sealed record UseRecord
{
    /// <summary>The unique id of the user or role.</summary>
    public required string Identity { get; init; }

    /// <summary>The action, for example <c>ec2:DescribeVpcs</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The region that was called.</summary>
    public required string Region { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The lasting access key that signed; null for temporary credentials.</summary>
    public string? Key { get; init; }

    /// <summary>The key in its table.</summary>
    [JsonIgnore]
    public IamKey Id => KeyOf(Identity, Action, Key);

    /// <summary>The key of a use.</summary>
    public static IamKey KeyOf(string identity, string action, string? key) => new($"{identity}/{action}/{key}");
}
