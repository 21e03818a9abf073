using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Orrery.Services.Iam.Rules;

/// <summary>The ARN of a role: <c>arn:PARTITION:iam::ACCOUNT:role/PATH/NAME</c>.</summary>
/// <param name="Partition">For example aws.</param>
/// <param name="Account">12 digits.</param>
/// <param name="Name">The name without its path.</param>
/// <param name="Text">The ARN itself.</param>
internal sealed partial record RoleArn(string Partition, string Account, string Name, string Text)
{
    /// <summary>Reads a role ARN.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: it is none.</exception>
    public static RoleArn Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? new RoleArn(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, text)
            : throw Errors.Validation($"{text} is invalid");
    }

    /// <summary>
    /// The unique id of the role: AROA and 16 characters. IAM will keep it with the role; until then it follows from
    /// the ARN, so that the same role has the same id in every session.
    /// </summary>
    public string UniqueId() => "AROA" + UniqueIds.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    // Names: IAM User Guide, "IAM and AWS STS quotas": letters, digits and +=,.@_- ; at most 64.
    [GeneratedRegex(
        @"^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):role/(?:[!-~]+/)?([\w+=,.@-]{1,64})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
