using System.Buffers;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>What a security group may be called. Source: EC2 API Reference, CreateSecurityGroup.</summary>
internal static class GroupNames
{
    private const int MaxLength = 255;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ._-:/()#,@[]+=&;{}!$*");

    /// <summary>
    /// A name as it is kept: without spaces at its end. Source: Amazon VPC User Guide, "Security groups".
    /// </summary>
    public static string Kept(string name) => name.TrimEnd(' ');

    /// <summary>Refuses a name or a description that EC2 does not take.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue.</exception>
    public static void Check(string name, string description)
    {
        if (string.Equals(name, "default", StringComparison.OrdinalIgnoreCase))
        {
            throw Errors.InvalidParameterValue("Cannot use reserved security group name: default");
        }

        if (name.StartsWith("sg-", StringComparison.OrdinalIgnoreCase))
        {
            throw Errors.InvalidParameterValue("Invalid group name. Group names may not be in the format sg-*");
        }

        CheckText("GroupName", name);
        CheckText("GroupDescription", description);
    }

    private static void CheckText(string parameter, string text)
    {
        if (text.Length is 0 or > MaxLength || text.AsSpan().IndexOfAnyExcept(Allowed) >= 0)
        {
            throw Errors.InvalidParameterValue(
                $"Value ({text}) for parameter {parameter} is invalid. Character sets beyond ASCII are not supported.");
        }
    }
}
