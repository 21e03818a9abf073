using Orrery.Core;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// What may be done to a network interface. Source: EC2 User Guide, "Requester-managed network interfaces": its owner
/// can
/// neither change nor delete one that a service made.
/// </summary>
internal static class InterfaceRules
{
    /// <summary>Refuses to change an interface that a service owns.</summary>
    /// <exception cref="ServiceException">AuthFailure.</exception>
    public static void RefuseManaged(NetworkInterfaceRecord face)
    {
        if (face.RequesterManaged)
        {
            throw new ServiceException("AuthFailure", "You do not have permission to access the specified resource.");
        }
    }

    /// <summary>Refuses to take away what an interface does not have.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void RequireAssigned(NetworkInterfaceRecord face, IEnumerable<string> named, IEnumerable<string> has)
    {
        var missing = named.Except(has, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw Errors.InvalidParameterValue(
                $"Some of [{string.Join(", ", missing)}] are not assigned to interface {face.Id}");
        }
    }
}
