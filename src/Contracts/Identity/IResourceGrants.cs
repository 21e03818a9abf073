using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>
/// A service whose resources are granted to principals besides all policies. A grant allows what nothing denies.
/// </summary>
public interface IResourceGrants
{
    /// <summary>The service, as the third part of its ARNs has it.</summary>
    string Service { get; }

    /// <summary>Whether the caller was granted it.</summary>
    bool IsGranted(ReadCall call, GrantQuestion question);
}
