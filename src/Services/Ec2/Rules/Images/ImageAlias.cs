using System.Diagnostics.CodeAnalysis;
using Orrery.Contracts.Parameters;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// A parameter of Systems Manager in the place of an image's id, as in <c>resolve:ssm:/golden-ami:3</c>. Source: EC2
/// User Guide, "Reference AMIs using Systems Manager parameters". The code, and the message about the data type:
/// aws/aws-cdk#26712; other messages are guessed. That public parameters may be of the type text follows from Amazon's,
/// which are, and are used so in the guides.
/// </summary>
internal static class ImageAlias
{
    private const string Start = "resolve:ssm:";
    private const string DataType = "aws:ec2:image";

    /// <summary>Whether a text names a parameter.</summary>
    public static bool Is([NotNullWhen(true)] string? text) =>
        text?.StartsWith(Start, StringComparison.Ordinal) == true;

    /// <summary>The id that a text means: it is one itself, or names a parameter.</summary>
    /// <exception cref="ServiceException">SsmInvalidParameter.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Resolve(ReadCall call, string? text)
    {
        if (!Is(text))
        {
            return text;
        }

        var name = text[Start.Length..];
        var found = call.FindPort<IParameters>()?.Find(call, name)
            ?? throw Invalid($"The Systems Manager parameter '{name}' does not exist.");
        return found.IsPublic || found.DataType == DataType
            ? found.Value
            : throw Invalid(
                "Unsupported data type. The following parameter data types are supported: " + DataType);
    }

    private static ServiceException Invalid(string message) => new("SsmInvalidParameter", message);
}
