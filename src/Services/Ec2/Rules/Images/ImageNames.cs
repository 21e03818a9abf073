using System.Buffers;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// What an image may be called: from 3 to 128 of some characters, and as no other of the account in the region. Source:
/// EC2 API Reference, CreateImage (Name); messages as public logs of clients show them.
/// </summary>
internal static class ImageNames
{
    private const int Shortest = 3;
    private const int Longest = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[] ./-'@_");

    /// <summary>Refuses a name that cannot be given.</summary>
    /// <exception cref="ServiceException">InvalidAMIName.Malformed, InvalidAMIName.Duplicate.</exception>
    public static string Checked(ReadCall call, string name)
    {
        if (name.Length is < Shortest or > Longest || name.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ServiceException(
                "InvalidAMIName.Malformed",
                "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', "
                + "'-', '/' and '_'");
        }

        return call.Read(VolumeTables.Images).By(VolumeTables.ImagesByName, name).FirstOrDefault() is { } twin
            ? throw new ServiceException(
                "InvalidAMIName.Duplicate", $"AMI name {name} is already in use by AMI {twin.Id}")
            : name;
    }
}
