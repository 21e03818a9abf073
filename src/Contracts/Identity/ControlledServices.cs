namespace Orrery.Contracts.Identity;

/// <summary>
/// The services whose resources control policies limit. Source: Organizations User Guide, "List of AWS services that
/// support RCPs", of those that Orrery serves.
/// </summary>
public static class ControlledServices
{
    private static readonly HashSet<string> Names = ["kms", "logs", "s3", "secretsmanager", "sqs", "sts"];

    /// <summary>Whether a service is one, by the namespace of its actions.</summary>
    public static bool Contains(string service) => Names.Contains(service);
}
