using Orrery.Kernel.Calls;

namespace Orrery.Contracts;

/// <summary>Knows the access keys that the world gave out.</summary>
public interface IPrincipals
{
    /// <summary>
    /// The principal of an access key id, also when it is inactive or expired; null when the world gave none out.
    /// </summary>
    Principal? Find(ReadCall call, string accessKeyId);
}
