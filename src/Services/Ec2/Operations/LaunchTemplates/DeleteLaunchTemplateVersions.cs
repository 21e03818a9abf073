using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>
/// Deletes versions of a launch template, each for itself; the default one stays. Source: EC2 API Reference,
/// DeleteLaunchTemplateVersions (up to 200 versions; the default version is replaced first).
/// </summary>
public sealed class DeleteLaunchTemplateVersions
    : IWriteOperation<DeleteLaunchTemplateVersionsRequest, DeleteLaunchTemplateVersionsResult>
{
    private const int Most = 200;

    /// <inheritdoc/>
    public DeleteLaunchTemplateVersionsResult Run(DeleteLaunchTemplateVersionsRequest request, Call call)
    {
        if (request.Versions!.Count > Most)
        {
            throw Errors.InvalidParameterValue($"You can delete up to {Most} launch template versions in a request.");
        }

        var template = TemplateLookup.Get(call, request.LaunchTemplateId, request.LaunchTemplateName);
        var deleted = new List<DeleteLaunchTemplateVersionsResponseSuccessItem>();
        var refused = new List<DeleteLaunchTemplateVersionsResponseErrorItem>();
        foreach (var text in request.Versions.Distinct(StringComparer.Ordinal))
        {
            var number = TemplateLookup.NumberOf(template, text);
            if (Refusal(call, template, number) is { } error)
            {
                refused.Add(new()
                {
                    LaunchTemplateId = template.Id.Value,
                    LaunchTemplateName = template.Name,
                    VersionNumber = number,
                    ResponseError = error,
                });
                continue;
            }

            call.Write(TemplateTables.Versions).Remove(LaunchTemplateVersionRecord.KeyOf(template.Id, number));
            deleted.Add(new()
            {
                LaunchTemplateId = template.Id.Value, LaunchTemplateName = template.Name, VersionNumber = number,
            });
        }

        var left = call.Read(TemplateTables.Versions).By(TemplateTables.VersionsByTemplate, template.Id.Value);
        call.Write(TemplateTables.Templates).Put(template with { LatestVersion = left.Max(v => v.Number) });
        return new()
        {
            SuccessfullyDeletedLaunchTemplateVersions = deleted, UnsuccessfullyDeletedLaunchTemplateVersions = refused,
        };
    }

    private static ResponseError? Refusal(ReadCall call, LaunchTemplateRecord template, long number) =>
        TemplateLookup.Find(call, template, number) is null
            ? new()
            {
                Code = LaunchTemplateErrorCode.LaunchTemplateVersionDoesNotExist,
                Message = TemplateLookup.NoVersion(template, $"{number}").Message,
            }
            : number == template.DefaultVersion
                ? new()
                {
                    // The code is guessed: the model has none for this.
                    Code = LaunchTemplateErrorCode.UnexpectedError,
                    Message = "Could not delete the default version of the launch template. Make another version the "
                        + "default first.",
                }
                : null;
}
