using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>
/// A service whose resources are granted to principals besides all policies. A grant allows what nothing denies.
/// </summary>
public interface IResourceGrants
{
    /// <summary>The service, as the third part of its ARNs has it.</summary>
    string Service { get; }

    /// <summary>The grant by which somebody may; null where there is none.</summary>
    string? Find(ReadCall call, Caller who, GrantQuestion question);

    /// <summary>All grants of a resource, written as policies: for what is asked about all principals there may
    /// be.</summary>
    IReadOnlyList<PolicyText> Of(ReadCall call, string arn);
}
