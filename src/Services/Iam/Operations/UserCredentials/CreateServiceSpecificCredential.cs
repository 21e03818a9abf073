using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>Makes a name and a password of a user for one service.</summary>
public sealed class CreateServiceSpecificCredential
    : IWriteOperation<CreateServiceSpecificCredentialRequest, CreateServiceSpecificCredentialResult>
{
    /// <inheritdoc/>
    public CreateServiceSpecificCredentialResult Run(CreateServiceSpecificCredentialRequest request, Call call)
    {
        if (request.CredentialAgeDays is not null)
            throw Errors.NotServed("CredentialAgeDays of CreateServiceSpecificCredential");
        var user = Holders.User(call, request.UserName);
        ServiceCredentials.Check(call, user, request.ServiceName!);
        var credential = new ServiceCredentialRecord
        {
            Id = new(UniqueIds.New(call, "ACCA")),
            User = user.Id,
            Service = request.ServiceName!,
            ServiceUser = $"{user.Name}-at-{call.Account}",
            Secret = ServiceCredentials.NewSecret(call),
            CreatedAt = call.Now,
        };
        call.Ours(Tables.ServiceCredentials).Put(credential);
        return new() { ServiceSpecificCredential = ServiceCredentials.Show(user.Name, credential) };
    }
}
