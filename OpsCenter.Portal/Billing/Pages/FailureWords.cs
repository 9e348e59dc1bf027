using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Why a payment failed, and what its owner can do about it. Codes are those of card payments; what we do not know stays general.</summary>
public static class FailureWords
{
    /// <summary>A sentence for the customer.</summary>
    public static string Of(BilledPayment payment) => payment switch
    {
        { State: BilledPaymentState.ActionRequired } => "Your bank wants you to confirm this payment. Choose “Pay now” and follow its questions.",
        { FailureCode: { } code } => Of(code, payment.FailureMessage),
        _ => "",
    };

    private static string Of(string code, string? message) => code switch
    {
        "insufficient_funds" => "The card has not enough funds. Top it up and retry, or pay with another card.",
        "expired_card" => "The card is expired. Add the new one, or pay with another card.",
        "incorrect_cvc" or "invalid_cvc" => "The security code is wrong. Enter the card again.",
        "incorrect_number" or "invalid_number" => "The card number is wrong. Enter the card again.",
        "lost_card" or "stolen_card" or "pickup_card" => "The bank does not accept this card any more. Pay with another card; this one is not tried again.",
        PaymentFailure.AuthenticationRequired => "Your bank wants you to confirm this payment. Choose “Pay now” and follow its questions.",
        PaymentFailure.NoCard => "There is no card to charge. Add one, or choose “Pay now”.",
        "processing_error" => "The payment provider had a problem. Nothing is wrong with the card; retry in a moment.",
        "card_velocity_exceeded" or "withdrawal_count_limit_exceeded" => "The card is over its limit. Retry later, or pay with another card.",
        _ => message is { Length: > 0 } ? $"{message} Retry, or pay with another card." : "The bank declined the card. Ask it why, or pay with another card.",
    };
}
