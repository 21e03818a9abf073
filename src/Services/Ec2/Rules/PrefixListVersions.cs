using Orrery.Core;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Finds versions of prefix lists.</summary>
internal static class PrefixListVersions
{
    /// <summary>A version by its number.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue (guessed): there is none, or none any more.</exception>
    public static PrefixListVersionRecord Get(PrefixListRecord list, long version) =>
        list.Versions.FirstOrDefault(v => v.Version == version)
        ?? throw Errors.InvalidParameterValue($"The prefix list '{list.Id}' has no version {version}.");
}
