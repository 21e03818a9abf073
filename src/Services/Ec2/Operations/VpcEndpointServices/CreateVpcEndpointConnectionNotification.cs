using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>Lets a topic be told what happens to an interface endpoint, or to all endpoints of a service.</summary>
public sealed class CreateVpcEndpointConnectionNotification
    : IWriteOperation<CreateVpcEndpointConnectionNotificationRequest, CreateVpcEndpointConnectionNotificationResult>
{
    /// <inheritdoc/>
    public CreateVpcEndpointConnectionNotificationResult Run(
        CreateVpcEndpointConnectionNotificationRequest request, Call call)
    {
        if (request.ServiceId is null == request.VpcEndpointId is null)
        {
            throw Errors.InvalidParameterCombination("Specify either ServiceId or VpcEndpointId.");
        }

        var service = request.ServiceId is { } id ? EndpointServices.Get(call, id) : null;
        var endpoint = request.VpcEndpointId is { } vpce ? EndpointKinds.Endpoint.Get(call, vpce) : null;
        if (endpoint is { Type: not VpcEndpointType.Interface })
        {
            throw EndpointErrors.InvalidParameter(
                "A connection notification can be created for interface endpoints only.");
        }

        var notification = new ConnectionNotificationRecord
        {
            Id = call.NewId<ConnectionNotificationId>(),
            ServiceId = service?.Id,
            EndpointId = endpoint?.Id,
            TopicArn = ConnectionNotifications.Topic(
                call, request.ConnectionNotificationArn!, service?.Id.Value ?? endpoint!.Id.Value),
            Events = [.. EndpointEvents.Read(request.ConnectionEvents!)],
        };
        call.Write(EndpointTables.Notifications).Put(notification);
        return new()
        {
            ConnectionNotification = ConnectionNotificationView.Of(notification, call),
            ClientToken = request.ClientToken,
        };
    }
}
