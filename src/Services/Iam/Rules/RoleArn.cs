using System.Text.RegularExpressions;

namespace Orrery.Services.Iam.Rules;

/// <summary>The ARN of a role: <c>arn:PARTITION:iam::ACCOUNT:role/PATH/NAME</c>.</summary>
/// <param name="Partition">For example aws.</param>
/// <param name="Account">12 digits.</param>
/// <param name="Name">The name without its path.</param>
internal sealed partial record RoleArn(string Partition, string Account, string Name)
{
    /// <summary>Reads a role ARN.</summary>
    /// <exception cref="ServiceException">ValidationError: it is none.</exception>
    public static RoleArn Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? new RoleArn(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)
            : throw Errors.Validation($"{text} is invalid");
    }

    // Names: IAM User Guide, "IAM and AWS STS quotas": letters, digits and +=,.@_- ; at most 64.
    [GeneratedRegex(
        @"^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):role/(?:[!-~]+/)?([\w+=,.@-]{1,64})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
