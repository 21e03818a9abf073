using System.Net;
using Orrery.Contracts.Instances;

namespace Orrery.Services.Ec2.Rules.Bodies;

/// <summary>Which body an instance has: what its tag asks for, as far as the program was told to allow it.</summary>
internal static class BodyChoice
{
    /// <summary>The key of the tag.</summary>
    public const string Tag = "orrery:body";

    /// <summary>The value of the tag that asks for a process.</summary>
    public const string Process = "process";

    private const string External = "external=";

    /// <summary>The body.</summary>
    /// <param name="tag">The value of the tag; null where the instance has none.</param>
    /// <param name="allowsProcesses">Whether the program may start processes.</param>
    public static InstanceBody Of(string? tag, bool allowsProcesses) => tag switch
    {
        null => new(BodyKind.Modelled, $"It is modelled: it has no tag {Tag}."),
        Process when allowsProcesses =>
            new(BodyKind.Process, $"Its user data runs as a process: its tag {Tag} says so."),
        Process => new(
            BodyKind.Modelled,
            $"It is modelled, although its tag {Tag} asks for a process: Orrery was started without --bodies process.",
            IsRefused: true),
        _ when tag.StartsWith(External, StringComparison.Ordinal) => Outside(tag[External.Length..]),
        _ => new(
            BodyKind.Modelled,
            $"It is modelled: its tag {Tag} says '{tag}', which is neither process nor external=http://127.0.0.1:PORT.",
            IsRefused: true),
    };

    private static InstanceBody Outside(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && IsLocal(uri)
            ? new(BodyKind.External, $"It is what answers at {uri}: its tag {Tag} says so.", uri)
            : new(
                BodyKind.Modelled,
                $"It is modelled: '{address}' in its tag {Tag} is no HTTP address of this machine.",
                IsRefused: true);

    private static bool IsLocal(Uri uri) =>
        uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || uri.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
