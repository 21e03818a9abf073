using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Keys;

/// <summary>A service that uses a key for itself, or with a role: not who calls is asked about then.</summary>
/// <param name="Principal">The service as policies name it: <c>sns.amazonaws.com</c>.</param>
/// <param name="SourceArn">The topic, rule, log group … for which it does so.</param>
public sealed record KeyUser(string Principal, string? SourceArn)
{
    /// <summary>The ARN of the role with which it acts; null where it acts as itself.</summary>
    public string? Role { get; init; }

    /// <summary>The account for which it does so; null for that of the source's ARN.</summary>
    public string? SourceAccount { get; init; }

    /// <summary>Who hands something over.</summary>
    public static KeyUser Of(Delivery.Delivery delivery) => new(delivery.Source, delivery.SourceArn)
    {
        Role = delivery.Role, SourceAccount = delivery.SourceAccount,
    };

    /// <summary>It as grants of a key name it. A service has no account there.</summary>
    public Caller AsCaller()
    {
        if (Role?.Split(':', 6) is not [_, _, _, _, var account, var name]) return Caller.Service("", Principal);
        var session = $"{name[(name.LastIndexOf('/') + 1)..]}/{Principal.Split('.')[0]}";
        return new(account, $"arn:aws:sts::{account}:assumed-role/{session}", session, "", CallerKind.AssumedRole);
    }
}
