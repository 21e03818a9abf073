namespace Orrery.Engines.Policies.Requests;

/// <summary>Who makes a request. Immutable; may be kept and reused.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Arn">Its ARN: of the user, the session (<c>assumed-role</c>, <c>federated-user</c>) or the root user;
/// for
/// a service its principal (<c>sns.amazonaws.com</c>); for somebody of a provider the provider's ARN or name.</param>
/// <param name="Account">Its account; empty for a service, somebody of a provider, or nobody.</param>
public sealed record Requester(RequesterKind Kind, string Arn, string Account)
{
    /// <summary>Nobody.</summary>
    public static Requester Anonymous { get; } = new(RequesterKind.Anonymous, "*", "");

    /// <summary>The ARN, with its path, of the role that a session is of, or of the user who federated.</summary>
    public string? IssuerArn { get; init; }

    /// <summary>The unique id (<c>AIDA…</c>, <c>AROA…</c>) of the user or role.</summary>
    public string? UniqueId { get; init; }

    /// <summary>The canonical user id of the account, which bucket policies may name.</summary>
    public string? CanonicalId { get; init; }

    /// <summary>Whether the role is linked to a service: control policies do not touch it.</summary>
    public bool IsServiceLinked { get; init; }

    /// <summary>The ARN of the account's root user, which names the account; null where there is no account.</summary>
    public string? RootArn { get; } = Account.Length == 0 ? null : RootOf(Arn, Account);

    /// <summary>The root user of an account.</summary>
    public static Requester Root(string account) => new(RequesterKind.Root, $"arn:aws:iam::{account}:root", account);

    /// <summary>An IAM user.</summary>
    public static Requester User(string arn) => new(RequesterKind.User, arn, AccountOf(arn));

    /// <summary>A session of a role.</summary>
    /// <param name="arn">The ARN of the session.</param>
    /// <param name="roleArn">The ARN of the role.</param>
    public static Requester Session(string arn, string roleArn) =>
        new(RequesterKind.RoleSession, arn, AccountOf(arn)) { IssuerArn = roleArn };

    /// <summary>A session that a user got from GetFederationToken.</summary>
    public static Requester FederatedUser(string arn, string userArn) =>
        new(RequesterKind.FederatedUser, arn, AccountOf(arn)) { IssuerArn = userArn };

    /// <summary>An AWS service by itself.</summary>
    public static Requester Service(string name) => new(RequesterKind.Service, name, "");

    private static string AccountOf(string arn) => Patterns.Arn.Part(arn, 4).ToString();

    private static string RootOf(string arn, string account)
    {
        var partition = Patterns.Arn.Part(arn, 1);
        return partition.IsEmpty ? $"arn:aws:iam::{account}:root" : $"arn:{partition}:iam::{account}:root";
    }
}
