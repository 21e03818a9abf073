using System.Text.RegularExpressions;
using Orrery.Core;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// The names under which instances have volumes. Source: EC2 User Guide, "Device names for volumes on Amazon EC2
/// instances"; the wordings are AWS's as users report them.
/// </summary>
internal static partial class VolumeDevices
{
    /// <summary>Refuses a name that is none.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void CheckForm(string device)
    {
        if (!Form().IsMatch(device))
        {
            throw Errors.InvalidParameterValue(
                $"Value ({device}) for parameter device is invalid. {device} is not a valid EBS device name.");
        }
    }

    /// <summary>Refuses a name that an instance has a volume under already.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void CheckFree(string device, IEnumerable<VolumeAttachmentRecord> taken)
    {
        if (taken.Any(a => AreSame(a.Device, device)))
        {
            throw Errors.InvalidParameterValue(
                $"Invalid value '{device}' for unixDevice. Attachment point {device} is already in use");
        }
    }

    /// <summary>Whether two names mean the same.</summary>
    public static bool AreSame(string one, string other) => Short(one) == Short(other);

    private static string Short(string device) =>
        device.StartsWith("/dev/", StringComparison.Ordinal) ? device[5..] : device;

    [GeneratedRegex("^(/dev/)?(sd|xvd|hd)[a-z]{1,2}([1-9]|1[0-5])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
