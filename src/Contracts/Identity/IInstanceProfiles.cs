using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>The instance profiles that IAM keeps.</summary>
public interface IInstanceProfiles
{
    /// <summary>The instance profile of a name, or null.</summary>
    InstanceProfileFacts? Find(ReadCall call, string account, string name);
}
