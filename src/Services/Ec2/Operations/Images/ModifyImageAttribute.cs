using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>
/// Changes one attribute of an image: its description, who may launch it, or that its instances take metadata requests
/// of version 2 only, which cannot be taken back. Source: EC2 API Reference.
/// </summary>
public sealed class ModifyImageAttribute : IWriteOperation<ModifyImageAttributeRequest, ModifyImageAttributeResult>
{
    private const string Description = "description";
    private const string Permission = "launchPermission";
    private const string Imds = "imdsSupport";

    /// <inheritdoc/>
    public ModifyImageAttributeResult Run(ModifyImageAttributeRequest request, Call call)
    {
        Errors.RefuseUnserved("product codes (ProductCodes)", request.ProductCodes is { Count: > 0 });
        var image = ImageLookup.Own(call, request.ImageId!);
        call.Write(VolumeTables.Images).Put(AttributeOf(request) switch
        {
            Description => image with { Description = request.Description?.Value ?? request.Value },
            Imds => WithMetadataV2(image, request.ImdsSupport?.Value ?? request.Value),
            Permission => ImageSharing.Changed(call, image, request),
            var other => throw Errors.InvalidParameterValue($"Value ({other}) for parameter attribute is invalid."),
        });
        return new();
    }

    private static string AttributeOf(ModifyImageAttributeRequest request)
    {
        var isPermission = request.LaunchPermission is not null || request.OperationType is not null
            || request.UserIds is { Count: > 0 } || request.UserGroups is { Count: > 0 }
            || request.OrganizationArns is { Count: > 0 } || request.OrganizationalUnitArns is { Count: > 0 };
        var named = new[]
        {
            request.Attribute,
            request.Description is null ? null : Description,
            request.ImdsSupport is null ? null : Imds,
            isPermission ? Permission : null,
        }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return named switch
        {
            [var one] => one,
            [] => throw Errors.Missing("Attribute"),
            _ => throw Errors.InvalidParameterCombination(
                $"Only one attribute can be changed at a time, not {string.Join(" and ", named)}."),
        };
    }

    private static ImageRecord WithMetadataV2(ImageRecord image, string? value) =>
        value == ImdsSupportValues.V20.ToWire()
            ? image with { RequiresMetadataV2 = true }
            : throw Errors.InvalidParameterValue($"Value ({value}) for parameter imdsSupport is invalid.");
}
