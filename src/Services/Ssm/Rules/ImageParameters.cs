using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Records;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Rules;

/// <summary>
/// Parameters of the data type aws:ec2:image: PutParameter succeeds, the image is looked for after it, and where there
/// is none the parameter is not made or changed, of which only an event tells. Here both happen at once. Source:
/// Systems Manager User Guide, "Using native parameter support in Parameter Store for Amazon Machine Image IDs".
/// </summary>
internal static class ImageParameters
{
    /// <summary>The data type of text.</summary>
    public const string Text = "text";

    /// <summary>The data type of ids of images.</summary>
    public const string Image = "aws:ec2:image";

    /// <summary>The data type of the next version.</summary>
    /// <exception cref="Core.ServiceException">ValidationException: it is not served, is not that of the parameter, or
    /// the parameter is no String. The messages are guessed.</exception>
    public static string TypeOf(PutParameterRequest request, ParameterType type, VersionRecord? old)
    {
        var wanted = request.DataType ?? old?.DataType ?? Text;
        if (wanted is not (Text or Image)) throw Errors.NotServed($"DataType {wanted}");
        if (wanted == Image && type != ParameterType.String)
            throw Errors.Validation($"The data type {Image} is supported for parameters of type String only.");
        // That it cannot be changed: bottlerocket-os/twoliter#495.
        return old is null || wanted == (old.DataType ?? Text)
            ? wanted
            : throw Errors.Validation("The data type of a parameter cannot be changed.");
    }

    /// <summary>Whether a value is what its data type asks for.</summary>
    public static bool IsValid(ReadCall call, string dataType, string value) =>
        dataType != Image || call.FindPort<IImages>()?.CanLaunch(call, value) == true;
}
