using Orrery.Core;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>Refuses by name what is not served.</summary>
internal static class SnapshotRefusals
{
    /// <summary>Refuses something if it is asked for.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void Refuse(string what, bool given)
    {
        if (given)
        {
            throw Errors.NotServed(what);
        }
    }
}
